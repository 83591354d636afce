import type { VNode } from 'preact';
import type { Refusal } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import { TextField } from '../../web/parts/form.tsx';

/** A password that is being chosen: once, in sight of its rules (ASVS 5.0, 6.2). */
export function NewPasswordField(props: {
  readonly t: Translate;
  readonly form: string;
  readonly name: string;
  readonly refusal: Refusal | null;
  readonly first?: boolean;
}): VNode {
  const { t, form, name, refusal, first = false } = props;
  return (
    <TextField
      form={form}
      name={name}
      type="password"
      autocomplete="new-password"
      label={t(m.newPassword)}
      hint={t(m.passwordRule)}
      refusal={refusal}
      first={first}
    />
  );
}
