import { type Exact, plainDigits } from '../../core/decimal.ts';
import { type Agreement, doesAgree, type NotSummed, VIEWS_OF_TOTAL } from '../../core/proof/agreement.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { agreementMessages, notSummedWords } from '../../web/i18n/messages/agreement.ts';
import { headOf } from '../labels.ts';
import type { View } from '../view.ts';
import { totalName } from './moved.ts';

/** Each total beside the sums of its views: those that do not agree first. */
export function agreementBlock(view: View, all: readonly Agreement[]): Block {
  const { t } = view;
  const isAskedTwice = all.some(({ twice }) => twice.state !== 'unasked');
  const inOrder = [...all.filter((each) => !doesAgree(each)), ...all.filter(doesAgree)];
  const rows = inOrder.map((each) => agreementRow(view, each, isAskedTwice));
  return {
    id: 'agreement',
    title: t(agreementMessages.title),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'total', label: t(agreementMessages.total), numeric: false, holds: 'code' },
      { key: 'counted', label: t(agreementMessages.counted), numeric: true },
      ...VIEWS_OF_TOTAL.map((by) => ({ key: by, label: headOf(view, by), numeric: false })),
      ...(isAskedTwice ? [{ key: 'twice', label: t(agreementMessages.twice), numeric: false }] : []),
      { key: 'agrees', label: t(agreementMessages.title), numeric: false, dataOnly: true },
    ],
    rows,
    ...(rows.length > MOST_AT_ONCE && { short: { rows: rows.slice(0, MOST_AT_ONCE), all: rows.length } }),
    total: null,
    notes: [
      ...WHYS.filter((why) => all.some(({ views }) => views.some((seen) => seen.why === why))).map((why) =>
        t(notSummedWords[why].note),
      ),
      t(isAskedTwice ? agreementMessages.twiceNote : agreementMessages.unaskedNote),
    ],
    illustrative: false,
  };
}

/** As many totals stand on one page. */
const MOST_AT_ONCE = 60;
const WHYS: readonly NotSummed[] = ['contributed-to', 'latest', 'not-additive'];

function agreementRow(view: View, agreement: Agreement, isAskedTwice: boolean): BlockRow {
  const { t, links, filter } = view;
  const { of, total, views, twice } = agreement;
  const isMoney = 'type' in of;
  const text = (value: Exact | null) => textOf(view, value, isMoney);
  const key = isMoney ? of.type : `${of.indicator} ${of.kind}`;
  const href = isMoney
    ? links.transactions({ filter, type: of.type })
    : links.results({ filter: { ...filter, indicator: of.indicator }, kind: of.kind });
  const differs = (says: Exact | null, difference: Exact | null) =>
    t(agreementMessages.differs, { sum: text(says), difference: text(difference) });
  return {
    key,
    href,
    muted: false,
    wrong: !doesAgree(agreement),
    cells: [
      { text: totalName(view, isMoney ? of : { ...of, pair: null }), raw: key },
      { text: text(total), raw: total },
      ...VIEWS_OF_TOTAL.map((by): Cell => {
        const seen = views.find((each) => each.by === by);
        if (seen === undefined) return { text: '', raw: null };
        if (seen.state === 'apart' && seen.why !== null)
          return { text: t(notSummedWords[seen.why].cell), raw: seen.why };
        if (seen.state === 'differs') {
          return { text: differs(seen.rowsSay, seen.difference), raw: 'differs' };
        }
        return { text: t(agreementMessages.agrees, { sum: text(seen.rowsSay) }), raw: 'agrees' };
      }),
      ...(isAskedTwice
        ? [
            twice.state === 'differs'
              ? { text: differs(twice.says, null), raw: twice.state }
              : { text: t(agreementMessages.agrees, { sum: text(twice.says) }), raw: twice.state },
          ]
        : []),
      { text: '', raw: doesAgree(agreement) ? 'yes' : 'no' },
    ],
  };
}

function textOf({ f, names }: View, value: Exact | null, isMoney: boolean): string {
  if (value === null) return '–';
  return isMoney ? f.money(value, names.reportingCurrency) : f.decimal(plainDigits(value));
}
