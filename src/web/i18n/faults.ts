import type { Fault } from '../../core/fault.ts';
import { faultMessages, faultWords } from './messages/faults.ts';
import type { Translate } from './translator.ts';

/** What is wrong with a parameter, as it stands beside its field. */
export function faultText(t: Translate, { reason, value, near }: Fault): string {
  const words = t(faultMessages[reason], { value });
  if (near === undefined) return words;
  const meant = reason === 'before-the-record' ? faultWords.firstMoment : faultWords.near;
  return `${words} ${t(meant, { near })}`;
}

/** The same where it has no field: it names the parameter. */
export function faultSentence(t: Translate, fault: Fault): string {
  return t(faultWords.ofParameter, { parameter: fault.parameter, fault: faultText(t, fault) });
}
