import type { Transaction } from '../core/funding.ts';
import type { Cell } from '../core/report/block.ts';
import { blockMessages, negativeAmounts } from '../web/i18n/messages/blocks.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { historyMessages, transactionHeads } from '../web/i18n/messages/history.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { money } from './blocks/money-words.ts';
import { convertedCell, placeCell, rateCell } from './blocks/rows.ts';
import { capitalised, labelOf, programLabel } from './labels.ts';
import type { NamedView } from './named-view.ts';
import { programHref } from './named-view.ts';
import type { SheetField } from './program-sheet.ts';
import { remarkOn } from './remarks.ts';

/** One transaction, as its source states it and as it counts. */
export interface TransactionSheet {
  readonly title: string;
  readonly fields: readonly SheetField[];
  readonly illustrative: boolean;
}

function placesOf({ text, href, names }: Cell): SheetField['values'] {
  return names ?? [{ text, href: href ?? null }];
}

export function transactionSheet(view: NamedView, transaction: Transaction): TransactionSheet {
  const { t, f, links } = view;
  const { type, amountMinor, currency, program, provider, receiver, note, noteFor } = transaction;
  const field = (id: string, label: string, text: string | null, href: string | null = null): SheetField => ({
    id,
    label,
    values: text === null || text === '' ? [] : [{ text, href }],
  });
  const inCurrency = t(blockMessages.converted, { currency: view.names.reportingCurrency });
  return {
    title: t(transactionHeads[type], { amount: money(view, amountMinor, currency) }),
    fields: [
      ...(amountMinor < 0
        ? [field('type', t(blockMessages.type), capitalised(view, t(negativeAmounts[type])))]
        : []),
      field('value_date', t(totalsMessages.valueDate), f.day(transaction.valueDate)),
      field('program', t(totalsMessages.program), programLabel(view, program), programHref(view, program)),
      field(
        'provider',
        t(totalsMessages.donor),
        provider === null ? null : labelOf(view, 'donor', provider),
        provider === null ? null : links.donor(provider),
      ),
      field(
        'receiver',
        t(historyMessages.receiver),
        receiver === null ? null : labelOf(view, 'donor', receiver),
      ),
      { ...field('place', t(blockMessages.place), null), values: placesOf(placeCell(view, transaction)) },
      ...(currency === view.names.reportingCurrency
        ? []
        : [field('rate', t(totalsMessages.exchangeRate), rateCell(view, transaction).text)]),
      field('counted', inCurrency, convertedCell(view, transaction).text),
      {
        ...field('note', t(workbookMessages.note), note === null ? null : capitalised(view, f.text(note))),
        ...remarkOn(view, note, noteFor),
      },
    ],
    illustrative: transaction.illustrative,
  };
}
