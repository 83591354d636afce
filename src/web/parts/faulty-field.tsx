import type { VNode } from 'preact';
import { isDay } from '../../core/period.ts';

/** What is wrong with a field of a filter; nothing where nothing is. */
export function FieldFault(props: { readonly id: string; readonly fault: string | undefined }): VNode | null {
  const { id, fault } = props;
  return fault === undefined ? null : (
    <span class="field-error" id={`${id}-error`} role="alert">
      {fault}
    </span>
  );
}

/** What its input says of it to readers who listen. */
export function faultAttributes(id: string, fault: string | undefined) {
  return fault === undefined ? {} : ({ 'aria-invalid': 'true', 'aria-describedby': `${id}-error` } as const);
}

/** A day of a filter; one that is none stands as it was typed. */
export function DayField(props: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly fault: string | undefined;
}): VNode {
  const { id, name, label, value, fault } = props;
  // A field of days would show nothing of what is none. preact's types want to know which one it is.
  const type = (value === undefined || isDay(value) ? 'date' : 'text') as 'date';
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input id={id} type={type} name={name} value={value} {...faultAttributes(id, fault)} />
      <FieldFault id={id} fault={fault} />
    </p>
  );
}
