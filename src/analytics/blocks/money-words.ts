import type { Exact } from '../../core/decimal.ts';
import type { Cell } from '../../core/report/block.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import type { View } from '../view.ts';

/** An amount of the reporting currency in a table: exact to the minor unit; its raw value is in minor units. */
export function moneyCell(view: View, amountMinor: Exact | null): Cell {
  if (amountMinor === null) return { text: view.t(totalsMessages.notRecorded), raw: null };
  return { text: money(view, amountMinor), raw: amountMinor };
}

export function money(view: View, amountMinor: Exact, currency = view.names.reportingCurrency): string {
  return view.f.money(amountMinor, currency);
}

/** The same rounded, for headlines and marks. */
export function compact(view: View, amountMinor: Exact): string {
  return view.f.moneyCompact(amountMinor, view.names.reportingCurrency);
}
