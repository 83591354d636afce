import type { ProgramCounts, ProgramPage } from '../../core/figures-of-programs.ts';
import type { Block, Cell } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import { firstRows } from '../../core/report/short.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { factSheetFields } from '../../web/i18n/messages/reports.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { labelOf } from '../labels.ts';
import { withPrograms } from '../named-view.ts';
import type { View } from '../view.ts';
import { namesCell } from './names.ts';
import { statusBesideDates } from './status-words.ts';

/** The titles of the programmes of which those listed are activities, by code, as far as the reader may be told them. */
export async function parentTitles(
  asked: View,
  { rows }: Pick<ProgramPage, 'rows'>,
): Promise<ReadonlyMap<string, string>> {
  const parents = rows.flatMap(({ program }) => program.parent ?? []);
  const { programs } = await withPrograms(asked, parents);
  return new Map(
    [...programs].flatMap(([code, { title }]) =>
      title === null ? [] : [[code, asked.f.text(title)] as const],
    ),
  );
}

/**
 * Programmes as a table: title, status, dates, places; and their identifiers, where any has one.
 *
 * @param parents titles by code: an activity whose programme is among them says beneath its title which it is
 */
export function programsBlock(
  view: View,
  { rows: programs, top, total: all }: ProgramPage,
  parents: ReadonlyMap<string, string> = new Map(),
): Block {
  const { t, f } = view;
  const rows = programs.map(({ program, ...standing }) => {
    const { pillars, places, funders } = standing.holds;
    const names = (by: 'pillar' | 'country' | 'donor', codes: readonly string[]): Cell => {
      if (codes.length === 0) return { text: t(totalsMessages.notRecorded), raw: null };
      return namesCell(
        codes.map((code) => ({
          text: labelOf(view, by, code),
          // A pillar has no page of its own, and one for each row would be many.
          href: by === 'pillar' ? null : view.links[by](code),
        })),
        codes.join(' '),
      );
    };
    const { start, startPrecision, end, endPrecision, parent } = program;
    const within = parent === null ? undefined : parents.get(parent);
    return {
      key: program.code,
      href: view.links.program(standing),
      muted: false,
      cells: [
        {
          text: f.text(program.title),
          raw: program.code,
          ...(within !== undefined && { remark: `${t(pageMessages.activityOf)} ${within}` }),
        },
        names(
          'pillar',
          pillars.map(({ code }) => code),
        ),
        { text: statusBesideDates(view, program), raw: program.status },
        { text: f.dated({ start, startPrecision, end, endPrecision }), raw: program.end ?? program.start },
        names(
          'country',
          places.map(({ code }) => code),
        ),
        names('donor', funders),
        { text: program.identifier ?? '', raw: program.identifier },
      ],
    };
  });
  const block: Block = {
    id: 'programs',
    title: programsInWords(view, { top, all }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'pillar', label: t(totalsMessages.pillar), numeric: false, holds: 'code' },
      { key: 'status', label: t(blockMessages.status), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
      { key: 'places', label: t(totalsMessages.country), numeric: false, holds: 'code' },
      { key: 'donors', label: t(totalsMessages.donor), numeric: false, holds: 'code' },
      { key: 'identifier', label: t(factSheetFields.identifier), numeric: false },
    ],
    rows,
    ...firstRows(rows, all),
    total: null,
    notes: [],
    illustrative: false,
  };
  const identified = programs.some(({ program }) => program.identifier !== null);
  return identified ? block : withoutColumns(block, ['identifier']);
}

/** "12 programmes, 17 with their activities": an activity alone counts as the programme it belongs to. */
export function programsInWords({ t }: Pick<View, 't'>, { top, all }: ProgramCounts): string {
  return top === all
    ? t(blockMessages.programsTitle, { top })
    : t(blockMessages.programsWithActivities, { top, all });
}
