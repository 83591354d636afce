import type { ChartPoint, ChartSpec } from '../../core/chart/chart-spec.ts';
import { nearest } from '../../core/decimal.ts';
import type { Filter } from '../../core/facts.ts';
import type { TransactionType } from '../../core/funding.ts';
import type { FundingRow } from '../../core/funding-totals.ts';
import { byThemselves, isRest, isRestKey, isUnsaid, restOfMoney } from '../../core/leading-rows.ts';
import {
  FLOW_STAGES,
  type FlowBand,
  type FlowNode,
  type FlowStage,
  flowNodes,
  type MoneyFlow,
  moneyFlow,
} from '../../core/money-flow.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { headOf, labelOf } from '../labels.ts';
import { type NamedView, withPrograms } from '../named-view.ts';
import { doneFilter, type View } from '../view.ts';
import { currencyName, notConvertedNote } from './funding.ts';
import { compact, money, moneyCell } from './money-words.ts';
import { labelCell } from './names.ts';
import { chartOrSentence, restLabel } from './rest.ts';
import { partName } from './results-title.ts';
import { chartBase, moneySubtitle, wholeOf } from './subtitle.ts';

/**
 * Money of one type from donor to pillar to country or region, as bands and as a table of all of them: the greatest by
 * themselves, and rests. What is not split, or of no donor, pillar or place, is named like the others.
 */
export async function moneyFlowBlock(asked: View, type: TransactionType): Promise<Block> {
  // No programme is named in it.
  const view = await withPrograms(asked, []);
  const filter = doneFilter(view);
  const funding = (by: FlowStage, of: Filter = filter) => view.figures.funding({ type, by, filter: of });
  const [donor, pillar, country] = await Promise.all(FLOW_STAGES.map((by) => funding(by)));
  if (donor === undefined || pillar === undefined || country === undefined)
    throw new Error('A stage of the flow was not asked for.');
  const rows = { donor: donor.rows, pillar: pillar.rows, country: country.rows };
  const nodes = flowNodes(rows);
  const eachOf = async (of: 'donor' | 'pillar', by: FlowStage) =>
    new Map(
      await Promise.all(
        byThemselves<FundingRow>(nodes[of]).map(
          async ({ key }) => [key, (await funding(by, { ...filter, [of]: key })).rows] as const,
        ),
      ),
    );
  const [inDonor, inPillar] = await Promise.all([eachOf('donor', 'pillar'), eachOf('pillar', 'country')]);
  const flow = moneyFlow(rows, inDonor, inPillar);
  const { amountMinor: total } = donor.total;
  const typeName = view.t(totalsMessages[type]);
  const words = {
    id: 'money-flow',
    title:
      total === null
        ? view.t(blockMessages.fundingNone, { type: typeName })
        : flowTitle(view, flow, { type: typeName, figure: compact(view, total) }),
    subtitle: moneySubtitle(view, currencyName(view)),
  };
  const drawn = chartOrSentence(total === null ? null : chartOf(view, words, type, flow, nearest(total)));
  return {
    ...words,
    ...drawn,
    columns: [
      { key: 'from', label: view.t(chartMessages.from), numeric: false, holds: 'code' },
      { key: 'to', label: view.t(chartMessages.to), numeric: false, holds: 'code' },
      { key: 'amount', label: typeName, numeric: true, holds: 'money' },
      { key: 'share', label: view.t(chartMessages.share), numeric: true, holds: 'share' },
    ],
    rows: flow.bands.map((band) => rowOf(view, type, flow, band, total === null ? 0 : nearest(total))),
    // Each stage adds up to it, and both together to twice as much.
    total: null,
    notes: [
      ...(total === null || drawn.chart === null
        ? []
        : [view.t(chartMessages.flowNote, { figure: money(view, total) })]),
      ...undrawnNote(view, flow),
      ...notConvertedNote(view, donor.notConverted),
    ],
    illustrative: donor.total.illustrativeMinor !== 0,
  };
}

/** Of one donor, one pillar and one place it says all that there is. */
function flowTitle(
  view: NamedView,
  { nodes }: MoneyFlow,
  words: { readonly type: string; readonly figure: string },
): string {
  const [from, through, to] = FLOW_STAGES.map((by) => {
    const [only, ...others] = nodes[by];
    return only === undefined || others.length > 0 ? null : nodeLabel(view, by, only);
  });
  return from == null || through == null || to == null
    ? view.t(chartMessages.flow, words)
    : view.t(chartMessages.flowOfOne, { ...words, from, through, to });
}

const stageOf = (at: 0 | 1 | 2): FlowStage => FLOW_STAGES[at];

function nodeLabel(view: NamedView, by: FlowStage, node: FlowNode): string {
  return isRest(node) ? restLabel(view, by, node) : labelOf(view, by, node.key);
}

/** The money of one node, or the band from one node to another; of rests there is no such list. */
function bandHref(view: View, type: TransactionType, { stage, from, to }: Omit<FlowBand, 'amountMinor'>) {
  if (isRestKey(from) || isRestKey(to)) return null;
  const [left, right] = [stageOf(stage), FLOW_STAGES[stage + 1] as FlowStage];
  const filter = { ...doneFilter(view), [left]: from };
  return view.links.transactions({ filter, type, by: right, key: to });
}

function chartOf(
  view: NamedView,
  words: { readonly id: string; readonly title: string; readonly subtitle: string },
  type: TransactionType,
  { nodes, bands }: MoneyFlow,
  total: number,
): ChartSpec {
  const pointOf = (by: FlowStage, node: FlowNode): ChartPoint => {
    const { amountMinor } = isRest(node) ? restOfMoney(node.rows) : node;
    const href = isRest(node)
      ? null
      : view.links.transactions({ filter: doneFilter(view), type, by, key: node.key });
    return {
      key: node.key,
      label: nodeLabel(view, by, node),
      value: amountMinor === null ? null : nearest(amountMinor),
      ...(amountMinor !== null && { valueLabel: compact(view, amountMinor) }),
      ...(isUnsaid(node.key) && { muted: true }),
      ...(href !== null && { href }),
    };
  };
  return {
    type: 'flow',
    ...chartBase(view, words),
    ...wholeOf(view, total),
    format: { style: 'money', currency: view.names.reportingCurrency },
    missingLabel: view.t(totalsMessages.notRecorded),
    stages: FLOW_STAGES.map((by) => ({
      label: by === 'country' ? view.t(chartMessages.countryOrRegion) : headOf(view, by),
      nodes: nodes[by].map((node) => pointOf(by, node)),
    })),
    bands: bands.map((band) => {
      const { stage, from, to, amountMinor } = band;
      const href = bandHref(view, type, band);
      return { stage, from, to, value: nearest(amountMinor), ...(href !== null && { href }) };
    }),
  };
}

/** So many bands that are not drawn are named. */
const MOST_UNDRAWN = 4;

/** What no band shows. A node leads to rows of which its amount is the total, and so keeps that: bands make more by this. */
function undrawnNote(view: NamedView, { nodes, bands }: MoneyFlow): readonly string[] {
  const undrawn = bands.filter(({ amountMinor }) => nearest(amountMinor) <= 0);
  if (undrawn.length === 0) return [];
  const nameOf = (by: FlowStage, key: string) => {
    const node = nodes[by].find((each) => each.key === key);
    if (node === undefined) return key;
    return isRest(node) ? restLabel(view, by, node) : partName(view, by, key);
  };
  const named = undrawn.slice(0, MOST_UNDRAWN).map(({ stage, from, to, amountMinor }) => {
    const [left, right] = [nameOf(stageOf(stage), from), nameOf(FLOW_STAGES[stage + 1] as FlowStage, to)];
    return view.t(blockMessages.part, { label: `${left} → ${right}`, figure: compact(view, amountMinor) });
  });
  const others = undrawn.length - named.length;
  const names = [...named, ...(others > 0 ? [view.t(chartMessages.flowOthers, { count: others })] : [])];
  return [view.t(chartMessages.flowNegative, { names: view.f.list(names) })];
}

function rowOf(
  view: NamedView,
  type: TransactionType,
  { nodes }: MoneyFlow,
  band: FlowBand,
  total: number,
): BlockRow {
  const { stage, from, to, amountMinor } = band;
  const cellOf = (by: FlowStage, key: string): Cell => {
    const node = nodes[by].find((each) => each.key === key);
    if (node === undefined || !isRest(node)) return { ...labelCell(view, by, key), raw: key };
    return { text: restLabel(view, by, node), raw: key };
  };
  const share = total > 0 ? nearest(amountMinor) / total : null;
  return {
    key: `${stage === 0 ? 'donor' : 'pillar'} ${from} ${to}`,
    href: bandHref(view, type, band),
    muted: isUnsaid(from) || isUnsaid(to),
    cells: [
      cellOf(stageOf(stage), from),
      cellOf(FLOW_STAGES[stage + 1] as FlowStage, to),
      moneyCell(view, amountMinor),
      { text: share === null ? '' : view.f.percent(share), raw: share },
    ],
  };
}
