import type { VNode } from 'preact';
import { type Frame, type Refusal, withNext } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { pageFrom } from '../../web/url.ts';

export interface SignInPageProps {
  readonly frame: Frame;
  /** Where the reader wanted to go. */
  readonly next: string;
  readonly email: string;
  readonly refusal: Refusal | null;
  /** People may sign in at their organisation's provider. */
  readonly hasProvider: boolean;
  /** There is no administrator yet, and so nobody who could sign in. */
  readonly needsFirst: boolean;
}

export function SignInPage(props: SignInPageProps): VNode {
  const { frame, next, email, refusal, hasProvider, needsFirst } = props;
  const { t } = frame.edition;
  return (
    <FormPage frame={frame} title={t(commonMessages.signIn)} lede={t(m.signInLede)} current="account">
      {needsFirst && (
        <p class="notice">
          {t(m.needsFirst)} <a href={pageFrom(frame.url, '/setup')}>{t(m.setupTitle)}</a>
        </p>
      )}
      <Form
        frame={frame}
        id="sign-in"
        action={withNext('/sign-in', next)}
        refusal={refusal}
        submit={t(commonMessages.signIn)}
      >
        <TextField
          form="sign-in"
          name="email"
          type="email"
          autocomplete="username"
          maxLength={254}
          label={t(m.email)}
          value={email}
          refusal={refusal}
          first
        />
        <TextField
          form="sign-in"
          name="password"
          type="password"
          autocomplete="current-password"
          label={t(m.password)}
          refusal={refusal}
        />
      </Form>
      <p class="form-aside">
        <a href={pageFrom(frame.url, '/password')}>{t(m.forgotten)}</a>
      </p>
      {hasProvider && (
        <p class="form-aside">
          <a class="button-quiet" href={pageFrom(frame.url, withNext('/sign-in/oidc', next))}>
            {t(m.signInWithProvider)}
          </a>
        </p>
      )}
    </FormPage>
  );
}
