import type { Block, Cell, Column } from '../core/report/block.ts';
import { firstRows } from '../core/report/short.ts';
import { seesEverything } from '../core/visibility/scope.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { historyMessages, makerWords } from '../web/i18n/messages/history.ts';
import type { Change, Version } from './version.ts';
import { datesOf, type View } from './view.ts';

/** How versions of a kind of row are told. */
export interface ToldRow<Row> {
  readonly columns: readonly Column[];
  /** A cell for each column. @param before what it said before; null: nothing that counted */
  cells(said: Row, before: Row | null): readonly Cell[];
}

/**
 * The versions that a reader is shown. Changes of what it cannot see leave no mark: neither a version that says the same
 * as the one before, nor one that it may not see, unless it sees everything and learns that the figure did not count.
 */
export function shownVersions<Row extends object>(
  view: View,
  versions: readonly Version<Row>[],
): readonly Version<Row>[] {
  const known = versions.filter(
    ({ change, said }) =>
      (view.known.asked === null || change.at <= view.known.at) &&
      (said !== null || seesEverything(view.scope)),
  );
  // When it was approved is told to the organisation alone, though it may decide which of two figures counts (rule 3).
  const apart = readsAsOrganisation(view) ? {} : { approvedAt: '' };
  const says = (version: Version<Row> | undefined) =>
    version === undefined ? undefined : JSON.stringify(version.said && { ...version.said, ...apart });
  return known.filter((version, at) => says(version) !== says(known[at + 1]));
}

/** What it said in those versions in which it counted. */
export function saidIn<Row>(versions: readonly Version<Row>[]): readonly Row[] {
  return versions.flatMap(({ said }) => (said === null ? [] : [said]));
}

/** What a row has said, the newest first: a row for each version, with who made it, and from which file. */
export function historyBlock<Row>(view: View, versions: readonly Version<Row>[], told: ToldRow<Row>): Block {
  const { t, f } = view;
  const tellsWho = readsAsOrganisation(view);
  const hasReasons = versions.some(({ change }) => change.reason !== null);
  const rows = versions.map(({ change, said }, at) => ({
    key: String(change.revision),
    href: null,
    muted: said === null,
    cells: [
      { text: f.moment(change.at, view.known.timeZone), raw: change.at.toISOString() },
      ...(said === null
        ? told.columns.map((_, place) => ({
            text: place === 0 ? t(historyMessages.didNotCount) : '',
            raw: null,
          }))
        : told.cells(said, versions[at + 1]?.said ?? null)),
      ...(tellsWho ? [plain(makerOf(view, change)), plain(change.reason)] : []),
    ],
  }));
  return {
    id: 'history',
    title: t(historyMessages.tableTitle, { count: versions.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'since', label: t(historyMessages.since), numeric: false },
      ...told.columns,
      ...(tellsWho
        ? [
            { key: 'by', label: t(historyMessages.by), numeric: false },
            {
              key: 'reason',
              label: t(historyMessages.reason),
              numeric: false,
              prose: true,
              dataOnly: !hasReasons,
            },
          ]
        : []),
    ],
    rows,
    ...firstRows(rows, rows.length),
    total: null,
    notes: [],
    illustrative: false,
  };
}

/** `GET /api/v1/results/:id/history` and the like, each version under the name of its kind. */
export function historyAnswer<Row, Name extends string>(
  view: View,
  versions: readonly Version<Row>[],
  { name, answer }: { readonly name: Name; answer(said: Row): unknown },
) {
  const tellsWho = readsAsOrganisation(view);
  return {
    ...datesOf(view),
    versions: versions.map(({ change, said }) => ({
      since: change.at.toISOString(),
      ...(tellsWho && {
        by: { kind: change.actorKind, name: change.actorName },
        enteredBy: change.enteredBy,
        file: change.file,
        line: change.line,
        reason: change.reason,
      }),
      /** Null: from then on it did not count. */
      [name]: said === null ? null : answer(said),
    })),
  };
}

export function plain(text: string | null): Cell {
  return { text: text ?? '', raw: text };
}

function makerOf({ t }: View, { actorKind, actorName, enteredBy, file, line }: Change): string {
  const words = makerWords[actorKind as keyof typeof makerWords] ?? makerWords.service;
  const actor = actorName === null ? t(words) : t(historyMessages.maker, { kind: t(words), name: actorName });
  const maker =
    enteredBy === null
      ? actor
      : t(historyMessages.enteredAndApproved, { author: enteredBy, approver: actor });
  if (file === null || line === null) return maker;
  return t(historyMessages.fromFile, { maker, file, line });
}
