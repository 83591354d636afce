import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import type { Language } from '../../core/text.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { accountMessages as own } from '../../web/i18n/messages/account.ts';
import { secondFactorMessages } from '../../web/i18n/messages/second-factor.ts';
import { ButtonForm, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { DefinitionList, Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import { LanguageField } from '../forms/language-field.tsx';
import { NewPasswordField } from '../passwords/password-field.tsx';
import { forWhom, ROLE_NAMES } from '../people/mandate-words.ts';
import { browserName } from './browser-name.ts';
import type { OwnSession, OwnState } from './own-account.use-case.ts';

export interface OwnAccountPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly state: OwnState;
  readonly sessions: readonly OwnSession[];
  /** Names of what the mandate is for, by code. */
  readonly names: ReadonlyMap<string, string>;
  /** As it was typed, where it was refused. */
  readonly given: { readonly name: string; readonly lang: Language } | null;
  readonly refusal: Refusal | null;
}

/** What people see and change of their own account. */
export function OwnAccountPage(props: OwnAccountPageProps): VNode {
  const { frame, state, names, given } = props;
  const { t } = frame.edition;
  return (
    <FormPage frame={frame} title={t(own.title)} lede={state.email} current="account">
      <Section id="mandate" title={t(own.mandateTitle)} layout="text">
        <DefinitionList
          items={[
            { term: t(m.role), description: t(ROLE_NAMES[state.role].name) },
            { term: t(m.forWhom), description: forWhom(frame.edition, state, names) },
          ]}
        />
        <p class="form-text">{t(own.mandateHint)}</p>
      </Section>
      <Section id="details" title={t(own.detailsTitle)} layout="text">
        <Form
          frame={frame}
          id="details"
          action="/account/details"
          refusal={props.refusal}
          submit={t(own.save)}
        >
          <TextField
            form="details"
            name="name"
            autocomplete="name"
            maxLength={120}
            label={t(m.name)}
            value={given?.name ?? state.name}
            refusal={props.refusal}
          />
          <LanguageField
            frame={frame}
            form="details"
            value={given?.lang ?? state.lang}
            refusal={props.refusal}
          />
        </Form>
      </Section>
      <PasswordSection {...props} />
      <SecondFactorSection {...props} />
      <SessionsSection {...props} />
    </FormPage>
  );
}

function PasswordSection({ frame, state, refusal }: OwnAccountPageProps): VNode {
  const { t } = frame.edition;
  return (
    <Section id="password" title={t(m.password)} layout="text">
      {state.hasPassword ? (
        <Form
          frame={frame}
          id="password"
          action="/account/password"
          refusal={refusal}
          submit={t(own.changePassword)}
        >
          <input type="hidden" name="email" autocomplete="username" value={state.email} />
          <TextField
            form="password"
            name="current"
            type="password"
            autocomplete="current-password"
            label={t(own.currentPassword)}
            refusal={refusal}
          />
          <NewPasswordField t={t} form="password" name="password" refusal={refusal} />
          <p class="form-text">{t(own.passwordEnds)}</p>
        </Form>
      ) : (
        <p class="form-text">{t(own.noPassword)}</p>
      )}
    </Section>
  );
}

function SecondFactorSection(page: OwnAccountPageProps): VNode {
  const { frame, state, refusal } = page;
  const { t } = frame.edition;
  if (!state.secondFactor) {
    return (
      <Section id="second-factor" title={t(own.factorTitle)} layout="text">
        <p class="form-text">{t(state.hasPassword ? own.factorOff : own.factorElsewhere)}</p>
        {state.hasPassword && (
          <p class="form-aside">
            <a class="button" href={pageFrom(frame.url, '/account/second-factor')}>
              {t(secondFactorMessages.title)}
            </a>
          </p>
        )}
      </Section>
    );
  }
  const form = { frame, refusal } as const;
  return (
    <Section id="second-factor" title={t(own.factorTitle)} layout="text">
      <p class="form-text">
        {t(own.factorOn)} {t(own.codesLeft, { count: state.recoveryCodesLeft })}
      </p>
      <Form {...form} id="codes" action="/account/recovery-codes" submit={t(own.renewCodes)}>
        <h3>{t(own.renewTitle)}</h3>
        <p>{t(own.renewHint)}</p>
        <ProofField form="codes" page={page} />
      </Form>
      {state.mustHaveSecondFactor ? (
        <Form
          {...form}
          id="replace"
          action="/account/second-factor/replace"
          submit={t(own.replaceFactor)}
          danger
        >
          <h3>{t(own.replaceTitle)}</h3>
          <p>{t(own.replaceHint)}</p>
          <ProofField form="replace" page={page} />
        </Form>
      ) : (
        <Form
          {...form}
          id="remove"
          action="/account/second-factor/remove"
          submit={t(own.removeFactor)}
          danger
        >
          <h3>{t(own.removeTitle)}</h3>
          <p>{t(own.removeHint)}</p>
          <ProofField form="remove" page={page} />
        </Form>
      )}
    </Section>
  );
}

/** Shows that it is the person, and not somebody at a screen left open: by password, or without one by a code. */
function ProofField({ form, page }: { readonly form: string; readonly page: OwnAccountPageProps }): VNode {
  const { frame, state, refusal } = page;
  const { t } = frame.edition;
  const common = { form, name: 'current', refusal } as const;
  return state.hasPassword ? (
    <TextField {...common} type="password" autocomplete="current-password" label={t(own.confirmPassword)} />
  ) : (
    <TextField {...common} autocomplete="one-time-code" maxLength={40} label={t(own.confirmCode)} />
  );
}

function SessionsSection({ frame, timeZone, sessions }: OwnAccountPageProps): VNode {
  const { t, f } = frame.edition;
  return (
    <Section id="sessions" title={t(own.sessionsTitle)} lede={t(own.sessionsLede)}>
      <Records
        id="sessions-table"
        caption={t(own.sessionsTitle)}
        heads={[t(own.browser), t(own.address), t(own.since), t(own.lastSeen), t(m.actions)]}
        rows={sessions.map(({ id, isThis, createdAt, lastSeenAt, userAgent, address }) => {
          const browser = browserName(userAgent) ?? t(own.unknownBrowser);
          const since = f.moment(createdAt, timeZone);
          return {
            key: id,
            cells: [
              browser,
              address,
              since,
              isThis ? <strong>{t(own.thisOne)}</strong> : f.moment(lastSeenAt, timeZone),
              <ButtonForm
                key="end"
                frame={frame}
                action="/account/sessions/end"
                fields={{ id }}
                label={t(own.endSession)}
                description={t(own.endSessionOf, { browser, since })}
              />,
            ],
          };
        })}
      />
      <Form
        frame={frame}
        id="end-all"
        action="/account/sessions/end-all"
        refusal={null}
        submit={t(own.endAll)}
        danger
      >
        <p class="form-text">{t(own.endAllHint)}</p>
      </Form>
    </Section>
  );
}
