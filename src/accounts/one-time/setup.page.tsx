import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import type { Language } from '../../core/text.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { LanguageField } from '../forms/language-field.tsx';
import { NewPasswordField } from '../passwords/password-field.tsx';

export interface SetupPageProps {
  readonly frame: Frame;
  /** As it was typed, but for the password; the code also as the address says it. */
  readonly given: {
    readonly code: string;
    readonly email: string;
    readonly name: string;
    readonly lang: Language;
  };
  readonly refusal: Refusal | null;
}

/** The first administrator, of a service that has none. */
export function SetupPage({ frame, given, refusal }: SetupPageProps): VNode {
  const { t } = frame.edition;
  const common = { form: 'setup', refusal } as const;
  return (
    <FormPage frame={frame} title={t(m.setupTitle)} lede={t(m.setupLede)} current={null}>
      <Form frame={frame} id="setup" action="/setup" refusal={refusal} submit={t(m.setupSubmit)}>
        <TextField
          {...common}
          name="code"
          autocomplete="off"
          maxLength={100}
          spellcheck={false}
          label={t(m.setupCode)}
          hint={t(m.setupCodeHint)}
          value={given.code}
          first={given.code === ''}
        />
        <TextField
          {...common}
          name="name"
          autocomplete="name"
          maxLength={120}
          label={t(m.name)}
          value={given.name}
          first={given.code !== ''}
        />
        <TextField
          {...common}
          name="email"
          type="email"
          autocomplete="username"
          maxLength={254}
          label={t(m.email)}
          value={given.email}
        />
        <LanguageField {...common} frame={frame} value={given.lang} />
        <NewPasswordField {...common} t={t} name="password" />
      </Form>
    </FormPage>
  );
}
