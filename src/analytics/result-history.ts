import type { Block, Cell } from '../core/report/block.ts';
import { type Result } from '../core/result.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { historyMessages, makerWords } from '../web/i18n/messages/history.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { breakdownText, periodOf } from './blocks/rows.ts';
import { countryLabel, programLabel } from './labels.ts';
import { resultAnswer } from './rows-answers.ts';
import { readsAsOrganisation } from './sight.ts';
import type { Change, Version } from './version.ts';
import { datesOf, type View } from './view.ts';

/**
 * The versions that a reader is shown. Changes of what it cannot see leave no mark: neither a version that says the same
 * as the one before, nor one that it may not see, unless it sees everything and learns that the figure did not count.
 */
export function shownVersions(view: View, versions: readonly Version[]): readonly Version[] {
  const known = versions.filter(
    ({ change, result }) =>
      (view.known.asked === null || change.at <= view.known.at) &&
      (result !== null || view.scope.kind === 'all'),
  );
  // When it was approved is no part of what it says.
  const says = (version: Version | undefined) =>
    version === undefined
      ? undefined
      : JSON.stringify(version.result && { ...version.result, approvedAt: '' });
  return known.filter((version, at) => says(version) !== says(known[at + 1]));
}

/** What a figure has said, the newest first: a row for each version, with who made it, and from which file. */
export function historyBlock(view: View, versions: readonly Version[]): Block {
  const { t, f } = view;
  const tellsWho = readsAsOrganisation(view);
  return {
    id: 'history',
    title: t(historyMessages.tableTitle, { count: versions.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'since', label: t(historyMessages.since), numeric: false },
      { key: 'value', label: t(blockMessages.figure), numeric: true },
      { key: 'period', label: t(totalsMessages.period), numeric: false },
      { key: 'place', label: t(blockMessages.place), numeric: false },
      { key: 'program', label: t(totalsMessages.program), numeric: false },
      { key: 'breakdown', label: t(historyMessages.breakdown), numeric: false },
      { key: 'what', label: t(blockMessages.what), numeric: false, prose: true },
      { key: 'evidence', label: t(totalsMessages.evidence), numeric: false, prose: true },
      ...(tellsWho
        ? [
            { key: 'by', label: t(historyMessages.by), numeric: false },
            { key: 'reason', label: t(historyMessages.reason), numeric: false, prose: true },
          ]
        : []),
    ],
    rows: versions.map(({ change, result }) => ({
      key: String(change.revision),
      href: null,
      muted: result === null,
      cells: [
        { text: f.moment(change.at, view.known.timeZone), raw: change.at.toISOString() },
        ...(result === null ? nothingSaid(t(historyMessages.didNotCount)) : saidCells(view, result)),
        ...(tellsWho ? [plain(makerOf(view, change)), plain(change.reason)] : []),
      ],
    })),
    total: null,
    notes: [],
    illustrative: false,
  };
}

/** `GET /api/v1/results/:id/history` */
export function historyAnswer(view: View, id: string, versions: readonly Version[]) {
  const tellsWho = readsAsOrganisation(view);
  return {
    id,
    ...datesOf(view),
    versions: versions.map(({ change, result }) => ({
      since: change.at.toISOString(),
      ...(tellsWho && {
        by: { kind: change.actorKind, name: change.actorName },
        file: change.file,
        line: change.line,
        reason: change.reason,
      }),
      /** Null: from then on it did not count. */
      result: result === null ? null : resultAnswer(view, result),
    })),
  };
}

function saidCells(view: View, result: Result): readonly Cell[] {
  const { f } = view;
  const evidence = result.evidence.map(({ title }) => f.text(title)).join('; ');
  return [
    { text: f.stated(result), raw: result.value },
    { text: periodOf(view, result), raw: result.periodEnd },
    plain(result.place === null ? null : countryLabel(view, result.place)),
    plain(programLabel(view, result.program)),
    plain(breakdownText(view, result)),
    plain(result.note === null ? null : f.text(result.note)),
    plain(evidence === '' ? null : evidence),
  ];
}

function nothingSaid(words: string): readonly Cell[] {
  const empty: Cell = { text: '', raw: null };
  return [{ text: words, raw: null }, empty, empty, empty, empty, empty, empty];
}

function plain(text: string | null): Cell {
  return { text: text ?? '', raw: text };
}

function makerOf({ t }: View, { actorKind, actorName, file, line }: Change): string {
  const words = makerWords[actorKind as keyof typeof makerWords] ?? makerWords.service;
  const maker = actorName === null ? t(words) : t(historyMessages.maker, { kind: t(words), name: actorName });
  if (file === null || line === null) return maker;
  return t(historyMessages.fromFile, { maker, file, line });
}
