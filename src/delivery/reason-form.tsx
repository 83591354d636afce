import type { VNode } from 'preact';
import type { Edition } from '../web/edition.ts';
import { deliveryMessages as m } from '../web/i18n/messages/deliveries.ts';

/** A form by which somebody says that something is not sent, and why. */
export function ReasonForm(props: {
  readonly edition: Edition;
  /** Of its field. */
  readonly id: string;
  /** With the query of the page. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly submit: string;
}): VNode {
  const { edition, id, action, fields, submit } = props;
  const { t } = edition;
  return (
    <form class="form" method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for={id}>{t(m.reason)}</label>
        <p class="field-hint" id={`${id}-hint`}>
          {t(m.reasonHint)}
        </p>
        <input
          id={id}
          name="reason"
          type="text"
          required
          maxLength={500}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
        />
      </div>
      <p class="form-actions">
        <button class="button button-danger" type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
