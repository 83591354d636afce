import type { Program } from '../../core/program.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import type { View } from '../view.ts';

type Dated = Pick<Program, 'status' | 'end' | 'endPrecision'>;

/**
 * How far a programme is; of one that is not called closed although its end has passed, that too.
 *
 * @example statusWords(view, program) // 'Ongoing, though its stated end was 30 June 2017'
 */
export function statusWords(view: View, program: Dated): string {
  const { t, f } = view;
  const { end, endPrecision } = program;
  const status = t(totalsMessages[program.status]);
  if (end === null || !isPastItsEnd(view, program)) return status;
  const date = f.span({ start: end, startPrecision: endPrecision, end, endPrecision });
  return t(totalsMessages.pastStatedEnd, { status, precision: endPrecision, date });
}

/** The same where its dates stand beside it: "Ongoing, past its stated end". */
export function statusBesideDates(view: View, program: Dated): string {
  const status = view.t(totalsMessages[program.status]);
  return isPastItsEnd(view, program) ? view.t(totalsMessages.pastEnd, { status }) : status;
}

function isPastItsEnd({ cutOff }: View, { status, end }: Dated): boolean {
  return status !== 'closed' && end !== null && end < cutOff;
}
