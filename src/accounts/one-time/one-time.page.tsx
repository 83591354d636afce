import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { Form } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { pageFrom } from '../../web/url.ts';
import { NewPasswordField } from '../passwords/password-field.tsx';

export interface OneTimePageProps {
  readonly frame: Frame;
  /** Of this page's own address. */
  readonly code: string;
  readonly purpose: 'invitation' | 'reset';
  readonly email: string;
  readonly name: string;
  readonly refusal: Refusal | null;
}

/** Sets the password of whoever has the link. */
export function OneTimePage({ frame, code, purpose, email, name, refusal }: OneTimePageProps): VNode {
  const { t } = frame.edition;
  const [title, lede] =
    purpose === 'invitation'
      ? [t(m.invitationTitle), t(m.invitationLede, { name, email })]
      : [t(m.resetLinkTitle), t(m.resetLinkLede, { name, email })];
  return (
    <FormPage frame={frame} title={title} lede={lede} current={null}>
      <Form
        frame={frame}
        id="one-time"
        action={`/one-time/${encodeURIComponent(code)}`}
        refusal={refusal}
        submit={t(m.savePassword)}
      >
        {/* For password managers, which otherwise do not know whose password it is. */}
        <input type="hidden" name="email" autocomplete="username" value={email} />
        <NewPasswordField t={t} form="one-time" name="password" refusal={refusal} first />
      </Form>
    </FormPage>
  );
}

/** A link that was used, or has ended, or never was one: nobody learns which. */
export function LinkGonePage({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.edition;
  return (
    <FormPage frame={frame} title={t(m.goneTitle)} lede={t(m.goneText)} current={null}>
      <p class="form-text">{t(m.goneAdvice)}</p>
      <p class="form-aside">
        <a class="button" href={pageFrom(frame.url, '/password')}>
          {t(m.resetTitle)}
        </a>
      </p>
    </FormPage>
  );
}
