import { type OwnReport, ownReportName } from '../../core/report/own-report.ts';

/** The words of a report in which one of these signs stands, named as people find them: "own:ports, heading of trend". */
export function wordsHolding(
  { slug, title, definition }: OwnReport,
  signs: readonly string[],
): readonly string[] {
  const words = [
    ['title', title],
    ['introduction', definition.introduction],
    ...definition.sections.flatMap(({ name, heading, text }) => [
      [`heading of ${name}`, heading],
      [`text of ${name}`, text],
    ]),
  ] as const;
  return words
    .filter(([, text]) => signs.some((sign) => text?.includes(sign)))
    .map(([where]) => `${ownReportName(slug)}, ${where}`);
}
