import type { VNode } from 'preact';
import type { Block, BlockRow } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import { countOfRows, inShort } from '../src/core/report/short.ts';
import type { Edition } from '../src/web/edition.ts';
import { leadingMessages } from '../src/web/i18n/messages/annexes.ts';
import { ReportFigures } from './report-figures.tsx';
import type { ReportFrame } from './report-frame.tsx';

/** Targets beside actuals, or one line where there are none. */
export function Targets({ frame, targets }: { readonly frame: ReportFrame; readonly targets: Block }): VNode {
  return targets.rows.length === 0 ? (
    <p class="quiet">{targets.title}.</p>
  ) : (
    <ReportFigures frame={frame} blocks={[withWhatInOne(inOrderSaid(frame.edition, targets))]} />
  );
}

/** A sheet has no room for seven columns and a bar: what a target is, of whom and where stands in one. */
function withWhatInOne(targets: Block): Block {
  const at = (key: string) => targets.columns.findIndex((column) => column.key === key);
  const [program, place] = [at('program'), at('place')];
  const row = (each: BlockRow): BlockRow => ({
    ...each,
    cells: each.cells.map((cell, index) =>
      index === 0
        ? {
            ...cell,
            text: [cell, each.cells[program], each.cells[place]].map((one) => one?.text).join(' · '),
          }
        : cell,
    ),
  });
  const { short, columns, rows } = targets;
  const label = [columns[0], columns[program], columns[place]].map((column) => column?.label).join(' · ');
  return withoutColumns(
    {
      ...targets,
      columns: columns.map((column, index) => (index === 0 ? { ...column, label } : column)),
      rows: rows.map(row),
      ...(short !== undefined && { short: { ...short, rows: short.rows.map(row) } }),
    },
    ['program', 'place'],
  );
}

function inOrderSaid({ t }: Edition, targets: Block): Block {
  if (countOfRows(targets) === inShort(targets, null).rows.length) return targets;
  return { ...targets, notes: [t(leadingMessages.targetsFirst), ...targets.notes] };
}
