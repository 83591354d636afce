import type { Dimension, Totals, TotalsRow } from '../../core/aggregate.ts';
import { axisOf, isTime } from '../../core/dimension.ts';
import { isUnsaid } from '../../core/leading-rows.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { indicatorLabel, labelOf } from '../labels.ts';
import type { NamedView } from '../named-view.ts';
import { figureText, markLabel } from './figure-words.ts';
import { leaders } from './leaders.ts';

/** Parts of a breakdown that a title says one by one. */
const MOST_IN_TITLE = 6;
/** Rows that share the most, likewise. */
const MOST_LEADERS = 3;

/** The sentence that a total proves. */
export function titleOf(view: NamedView, { indicator, by, rows, total }: Totals): string {
  const { t, f } = view;
  const name = indicatorLabel(view, indicator);
  const axis = axisOf(by);
  if (rows.length === 0) return t(blockMessages.nothingReported, { indicator: name });
  if (axis !== null && rows.length <= MOST_IN_TITLE) {
    const parts = rows.map((row) =>
      t(blockMessages.part, {
        label: partName(view, by, row.key),
        figure: markLabel(view, row),
      }),
    );
    const axisName = view.vocabulary.word('axis', axis, view.language);
    return t(blockMessages.ledByAxis, { indicator: name, axis: axisName, parts: f.list(parts) });
  }
  const top = leaders(
    rows.filter(({ key }) => !isUnsaid(key)),
    (row) => row.value,
  );
  const [first] = top;
  if (first === undefined)
    return t(blockMessages.inAll, { indicator: name, figure: figureText(view, total) });
  // So many are named, which are among the rows that lead.
  if (top.length > MOST_LEADERS)
    return t(blockMessages.inAll, { indicator: name, figure: figureText(view, total) });
  const label = f.list(top.map(({ key }) => labelOf(view, by, key)));
  const figure = markLabel(view, first);
  const alone = isAlone(rows.map(({ value }) => value));
  if (axis !== null) {
    const axisName = view.vocabulary.word('axis', axis, view.language);
    return t(blockMessages.ledByPart, { indicator: name, axis: axisName, label, alone, figure });
  }
  if (isTime(by)) return t(blockMessages.overTime, { indicator: name, period: label, figure });
  if (by === 'donor') return t(blockMessages.ledByDonor, { indicator: name, label, figure });
  if (rows.length === 1)
    return t(blockMessages.allIn, { indicator: name, label, figure: figureText(view, total) });
  const led = {
    country: blockMessages.ledByCountry,
    pillar: blockMessages.ledByPillar,
    program: blockMessages.ledByProgram,
  };
  return t(led[by as keyof typeof led], { indicator: name, label, alone, figure });
}

/** The same of countries on a map. */
export function mapTitle(view: NamedView, code: string, countries: readonly TotalsRow[]): string {
  const indicator = indicatorLabel(view, code);
  const top = leaders(countries, (row) => row.value);
  const [first] = top;
  if (first === undefined || top.length > MOST_LEADERS)
    return view.t(blockMessages.onMap, { indicator, count: countries.length });
  const label = view.f.list(top.map(({ key }) => labelOf(view, 'country', key)));
  const alone = isAlone(countries.map(({ value }) => value));
  return view.t(blockMessages.ledOnMap, { indicator, label, alone, figure: markLabel(view, first) });
}

/** Of rows: whether one alone has a figure, which is then all that there is and not the most. */
export function isAlone(values: readonly unknown[]): 'yes' | 'no' {
  return values.filter((value) => value !== null).length === 1 ? 'yes' : 'no';
}

/** Words of a breakdown stand in lower case in the data; ours head a row and are lowered inside a sentence. */
export function partName(view: NamedView, by: Dimension, key: string): string {
  const label = labelOf(view, by, key);
  return isUnsaid(key) ? label.toLocaleLowerCase(view.f.locale) : label;
}
