import type { Block, BlockRow } from '../core/report/block.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { deliveryMessages } from '../web/i18n/messages/mail.ts';
import { type Delivery, type DeliveryState, isMissing } from './delivery.ts';
import { reportName } from './report-mail.ts';

/** A period's deliveries as a table. */
export function deliveriesBlock(
  { t, f }: Edition,
  {
    period,
    turns,
    timeZone,
  }: {
    readonly period: string;
    readonly turns: readonly Delivery[];
    readonly timeZone: string;
  },
): Pick<Block, 'id' | 'title' | 'columns' | 'rows' | 'total' | 'notes'> {
  function said(state: DeliveryState): string {
    switch (state.is) {
      case 'sent':
        return t(deliveryMessages.sent, { moment: f.moment(state.at, timeZone) });
      case 'open':
        if (state.reason === null) return t(deliveryMessages.waiting);
        return state.failed
          ? t(deliveryMessages.failed, { reason: state.reason, attempts: state.attempts })
          : t(deliveryMessages.waitingWhy, { reason: state.reason });
      case 'under-way':
        return t(deliveryMessages.underWay);
      case 'unclear':
        return t(deliveryMessages.unclear, {
          moment: f.moment(state.since, timeZone),
          messageId: state.messageId,
        });
      case 'ended':
        return t(deliveryMessages.ended);
    }
  }

  const row = (turn: Delivery): BlockRow => ({
    key: turn.subscription,
    href: null,
    muted: isMissing(turn),
    cells: [
      { text: turn.recipient, raw: turn.recipient },
      { text: [reportName(t, turn.report), ...sliceOf(turn)].join(' · '), raw: turn.report },
      { text: AUTONYMS[turn.lang], raw: turn.lang },
      { text: said(turn.state), raw: turn.state.is },
    ],
  });

  return {
    id: 'deliveries',
    title: t(deliveryMessages.titleOfPeriod, { period: f.period(period) }),
    columns: [
      { key: 'recipient', label: t(deliveryMessages.recipient), numeric: false },
      { key: 'report', label: t(deliveryMessages.report), numeric: false },
      { key: 'language', label: t(deliveryMessages.language), numeric: false },
      { key: 'state', label: t(deliveryMessages.state), numeric: false },
    ],
    rows: turns.map(row),
    total: null,
    notes: [],
  };
}

function sliceOf({ pillar, country, donor }: Delivery): readonly string[] {
  return [pillar, country, donor].filter((code) => code !== null);
}
