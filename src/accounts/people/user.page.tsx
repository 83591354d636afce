import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { accountMessages as own } from '../../web/i18n/messages/account.ts';
import { administrationMessages as a } from '../../web/i18n/messages/administration.ts';
import { userMessages as u } from '../../web/i18n/messages/user.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { Confirmation, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { DefinitionList, Section } from '../../web/parts/section.tsx';
import type { AccountSummary, OneTimeLink } from './accounts.use-case.ts';
import { type GivenMandate, type MandateChoices, MandateFields } from './mandate-fields.tsx';
import { forWhom, ROLE_NAMES } from './mandate-words.ts';
import { stateOf } from './users.page.tsx';

export interface UserPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly account: AccountSummary;
  /** The reader's own. */
  readonly isSelf: boolean;
  readonly choices: MandateChoices;
  readonly names: ReadonlyMap<string, string>;
  /** As it was typed, where it was refused. */
  readonly given: (GivenMandate & { readonly name: string }) | null;
  readonly refusal: Refusal | null;
  /** A link that no e-mail could bring: shown this once. */
  readonly link: OneTimeLink | null;
}

/** One account, and what administrators can do about it. */
export function UserPage(props: UserPageProps): VNode {
  const { frame, timeZone, account, names, link } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <FormPage
      frame={frame}
      kicker={t(a.users)}
      title={account.name}
      lede={account.email}
      current="administration"
      nav={<AdministrationNav edition={edition} url={url} current="users" />}
    >
      {link !== null && (
        <div class="once">
          <p class="form-error" role="alert">
            {t(u.mailFailed, { name: account.name })}
          </p>
          <p>
            <label for="link">{t(u.link, { until: f.moment(link.expiresAt, timeZone) })}</label>
          </p>
          <p>
            <input class="secret-field" id="link" readOnly value={link.link} />
          </p>
        </div>
      )}
      <DefinitionList
        items={[
          { term: t(a.state), description: stateOf(edition, account) },
          { term: t(m.role), description: t(ROLE_NAMES[account.role].name) },
          { term: t(m.forWhom), description: forWhom(edition, account, names) },
          { term: t(a.secondFactor), description: t(account.secondFactor ? a.yes : a.no) },
          {
            term: t(a.lastSeen),
            description: account.lastSeenAt === null ? t(a.notYet) : f.moment(account.lastSeenAt, timeZone),
          },
          { term: t(u.since), description: f.moment(account.createdAt, timeZone) },
        ]}
      />
      <MandateSection {...props} />
      <SignInSection {...props} />
      <DangerSection {...props} />
    </FormPage>
  );
}

function MandateSection({ frame, account, choices, given, refusal }: UserPageProps): VNode {
  const { t } = frame.edition;
  return (
    <Section id="mandate" title={t(u.mandateTitle)} lede={t(u.mandateLede)} layout="text">
      <Form frame={frame} id="change" action={`/users/${account.id}`} refusal={refusal} submit={t(own.save)}>
        <TextField
          form="change"
          name="name"
          autocomplete="off"
          maxLength={120}
          label={t(m.name)}
          value={given?.name ?? account.name}
          refusal={refusal}
        />
        <MandateFields t={t} form="change" choices={choices} given={given ?? account} refusal={refusal} />
      </Form>
    </Section>
  );
}

function SignInSection({ frame, account, refusal }: UserPageProps): VNode {
  const { t } = frame.edition;
  const at = (what: string) => `/users/${account.id}/${what}`;
  return (
    <Section id="entry" title={t(u.signInTitle)} layout="text">
      {!account.disabled && (
        <Form
          frame={frame}
          id="send-link"
          action={at('send-link')}
          refusal={refusal}
          submit={t(account.invited ? u.inviteAgain : u.sendLink)}
        >
          <p>{t(account.invited ? u.inviteAgainHint : u.sendLinkHint)}</p>
        </Form>
      )}
      <Form
        frame={frame}
        id="end-sessions"
        action={at('end-sessions')}
        refusal={refusal}
        submit={t(u.endSessions)}
      >
        <p>{t(u.endSessionsHint)}</p>
      </Form>
    </Section>
  );
}

/** What takes something away: each asks whether it is meant. */
function DangerSection({ frame, account, isSelf, refusal }: UserPageProps): VNode {
  const { t } = frame.edition;
  const at = (what: string) => `/users/${account.id}/${what}`;
  return (
    <Section id="danger" title={t(u.dangerTitle)} layout="text">
      {account.secondFactor && (
        <Form
          frame={frame}
          id="reset-second-factor"
          action={at('reset-second-factor')}
          refusal={refusal}
          submit={t(u.resetFactor)}
          danger
        >
          <h3>{t(u.resetFactor)}</h3>
          <p>{t(u.resetFactorHint)}</p>
          <Confirmation form="reset-second-factor" label={t(u.resetFactorSure)} refusal={refusal} />
        </Form>
      )}
      {account.disabled ? (
        <Form frame={frame} id="enable" action={at('enable')} refusal={refusal} submit={t(u.enable)}>
          <h3>{t(u.enable)}</h3>
          <p>{t(u.enableHint)}</p>
        </Form>
      ) : isSelf ? (
        <p class="form-text">{t(u.notYourself)}</p>
      ) : (
        <Form
          frame={frame}
          id="disable"
          action={at('disable')}
          refusal={refusal}
          submit={t(u.disable)}
          danger
        >
          <h3>{t(u.disable)}</h3>
          <p>{t(u.disableHint)}</p>
          <Confirmation form="disable" label={t(u.disableSure, { name: account.name })} refusal={refusal} />
        </Form>
      )}
    </Section>
  );
}
