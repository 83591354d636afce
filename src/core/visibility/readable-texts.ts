import type { Facts } from '../facts.ts';
import { readershipOf } from '../readership.ts';
import type { LocalText, Readership } from '../text.ts';
import type { Scope } from './scope.ts';

/** A text and whose it is, as a reader meets them. */
interface Readable {
  readonly text: LocalText | null;
  readonly readership: Readership | null;
}
type Read = (program: string, text: LocalText | null, stated: Readership | null) => Readable;

/**
 * The facts with the texts that a reader may read. Whoever reads as the organisation is told whose each is; a donor is
 * not, for the rule would tell that there are others; the public reads none.
 *
 * @param severalFunders programmes whose texts are the organisation's unless somebody says otherwise
 * @example withReadableTexts(italy, facts, new Set(['NET-POL'])) // NET-POL without its summary
 */
export function withReadableTexts<
  Rows extends Pick<Facts, 'programs' | 'results' | 'transactions' | 'narratives'>,
>(scope: Scope, facts: Rows, severalFunders: ReadonlySet<string>): Rows {
  const read = readerOf(scope, severalFunders);
  return {
    ...facts,
    programs: facts.programs.map((program) => {
      const own = (text: LocalText | null, stated: Readership | null) => read(program.code, text, stated);
      const summary = own(program.summary, program.summaryFor);
      const objectives = own(program.objectives, program.objectivesFor);
      const beneficiaries = own(program.beneficiaries, program.beneficiariesFor);
      const note = own(program.note, program.noteFor);
      return {
        ...program,
        summary: summary.text,
        summaryFor: summary.readership,
        objectives: objectives.text,
        objectivesFor: objectives.readership,
        beneficiaries: beneficiaries.text,
        beneficiariesFor: beneficiaries.readership,
        note: note.text,
        noteFor: note.readership,
      };
    }),
    results: facts.results.map((result) => ({
      ...result,
      ...withNote(read, result),
      evidence: result.evidence.flatMap((proof) => {
        const { text, readership } = read(result.program, proof.title, proof.titleFor);
        return text === null ? [] : [{ ...proof, titleFor: readership }];
      }),
    })),
    transactions: facts.transactions.map((each) => ({ ...each, ...withNote(read, each) })),
    narratives: facts.narratives.flatMap((narrative) => {
      const own = read(narrative.program, narrative.text, narrative.textFor);
      if (own.text === null) return [];
      const sheet = read(narrative.program, narrative.sheet, narrative.sheetFor);
      return [
        {
          ...narrative,
          text: own.text,
          textFor: own.readership,
          sheet: sheet.text,
          sheetFor: narrative.sheet === null ? null : sheet.readership,
        },
      ];
    }),
  };
}

function withNote(
  read: Read,
  row: {
    readonly program: string;
    readonly note: LocalText | null;
    readonly noteFor: Readership | null;
  },
) {
  const { text, readership } = read(row.program, row.note, row.noteFor);
  return { note: text, noteFor: readership };
}

function readerOf(scope: Scope, severalFunders: ReadonlySet<string>): Read {
  const readership = (program: string, stated: Readership | null) =>
    readershipOf(stated, severalFunders.has(program));
  switch (scope.rights.readsTexts) {
    case 'all':
      return (program, text, stated) => ({ text, readership: readership(program, stated) });
    case 'for-everybody':
      return (program, text, stated) => ({
        text: readership(program, stated) === 'everybody' ? text : null,
        readership: null,
      });
    case 'none':
      return () => ({ text: null, readership: null });
  }
}
