import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { View } from '../analytics/index.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import { differences } from '../platform/csv/likeness.ts';
import { approvalMessages as m } from '../web/i18n/messages/approvals.ts';
import { labelOf } from './entry.page.tsx';
import { placeWords } from './submission-words.ts';
import type { Cells } from './submissions.table.ts';

/** Cell by cell what a row says now and would say; of a new one, that it is new. */
export function Difference(props: {
  readonly frame: Frame;
  readonly view: View;
  readonly kind: ImportKind;
  /** Null: there is none, or its kind does not tell. */
  readonly before: Cells | null;
  readonly after: Cells | null;
}): VNode {
  const { frame, view, kind, before, after } = props;
  const { t } = frame.edition;
  if (before === null || after === null) return <>{t(m.isNew)}</>;
  const shown = (column: string, cell: string) =>
    cell === '' ? '–' : column === 'country_or_region' ? placeWords(view, cell) : cell;
  return (
    <dl class="changes">
      {differences(kind.columns.known, before, after).map(({ column, before: was, after: is }) => (
        <div key={column}>
          <dt>{labelOf(frame.edition, kind, column).replace(/ \*$/, '')}</dt>
          <dd>
            {shown(column, was)} → {shown(column, is)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
