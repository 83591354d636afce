import type { VNode } from 'preact';
import { type Frame, type Refusal, withNext } from '../../access/index.ts';
import { accountMessages as own } from '../../web/i18n/messages/account.ts';
import { secondFactorMessages as m } from '../../web/i18n/messages/second-factor.ts';
import { Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { pageFrom } from '../../web/url.ts';
import { QrPicture } from './qr-picture.tsx';
import { SomebodyElse } from './second-step.page.tsx';

export interface SecondFactorPageProps {
  readonly frame: Frame;
  /** The key in base32, and the same as an address for authenticator apps. */
  readonly secret: string;
  readonly uri: string;
  /** Where to go when it is done. */
  readonly next: string;
  /** Signed in by half: nothing else is open until this is done. */
  readonly isNeeded: boolean;
  /** Signed in fully, by a password that may have been hours ago. */
  readonly asksPassword: boolean;
  readonly refusal: Refusal | null;
}

/** Sets up the second factor with an authenticator app. */
export function SecondFactorPage(props: SecondFactorPageProps): VNode {
  const { frame, secret, uri, next, isNeeded, asksPassword, refusal } = props;
  const { t } = frame.edition;
  return (
    <FormPage
      frame={frame}
      title={t(m.title)}
      lede={isNeeded ? `${t(m.needed)} ${t(m.lede)}` : t(m.lede)}
      current="account"
    >
      <ol class="steps">
        <li>
          <h2>{t(m.scan)}</h2>
          <p>{t(m.apps)}</p>
          <QrPicture text={uri} label={t(m.picture)} />
          <p>{t(m.type)}</p>
          <p class="secret">{groupsOf(secret)}</p>
        </li>
        <li>
          <h2>{t(m.prove)}</h2>
          <Form
            frame={frame}
            id="enrol"
            action={withNext('/account/second-factor', next)}
            refusal={refusal}
            submit={t(m.submit)}
          >
            <TextField
              form="enrol"
              name="code"
              autocomplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              label={t(m.code)}
              refusal={refusal}
            />
            {asksPassword && (
              <TextField
                form="enrol"
                name="current"
                type="password"
                autocomplete="current-password"
                label={t(own.confirmPassword)}
                refusal={refusal}
              />
            )}
          </Form>
        </li>
      </ol>
      {isNeeded && <SomebodyElse frame={frame} />}
    </FormPage>
  );
}

export interface RecoveryCodesPageProps {
  readonly frame: Frame;
  readonly codes: readonly string[];
  /** Where the reader wanted to go. */
  readonly next: string;
}

/** The codes for a day without the telephone: shown this once. */
export function RecoveryCodesPage({ frame, codes, next }: RecoveryCodesPageProps): VNode {
  const { t } = frame.edition;
  return (
    <FormPage
      frame={frame}
      title={t(m.codesTitle)}
      lede={t(m.codesLede, { count: codes.length })}
      current="account"
    >
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="form-text">{t(m.codesAdvice)}</p>
      <p class="form-aside">
        <a class="button" href={pageFrom(frame.url, next)}>
          {t(m.codesKept)}
        </a>
      </p>
    </FormPage>
  );
}

/**
 * A key as people type it.
 *
 * @example groupsOf('JBSWY3DPEHPK3PXP') // 'JBSW Y3DP EHPK 3PXP'
 */
export function groupsOf(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
