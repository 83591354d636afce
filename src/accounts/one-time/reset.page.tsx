import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { pageFrom } from '../../web/url.ts';

export interface ResetPageProps {
  readonly frame: Frame;
  readonly email: string;
  readonly refusal: Refusal | null;
}

/** Asks for a link with which a new password is set. */
export function ResetPage({ frame, email, refusal }: ResetPageProps): VNode {
  const { t } = frame.edition;
  return (
    <FormPage frame={frame} title={t(m.resetTitle)} lede={t(m.resetLede)} current="account">
      <Form frame={frame} id="reset" action="/password" refusal={refusal} submit={t(m.resetSubmit)}>
        <TextField
          form="reset"
          name="email"
          type="email"
          autocomplete="username"
          maxLength={254}
          label={t(m.email)}
          value={email}
          refusal={refusal}
          first
        />
      </Form>
      <p class="form-aside">
        <a href={pageFrom(frame.url, '/sign-in')}>{t(commonMessages.signIn)}</a>
      </p>
    </FormPage>
  );
}
