import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import type { RowPage } from '../../core/row-page.ts';
import type { Edition } from '../../web/edition.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { administrationMessages as a } from '../../web/i18n/messages/administration.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import { LanguageField } from '../forms/language-field.tsx';
import type { AccountSummary } from './accounts.use-case.ts';
import { type GivenMandate, type MandateChoices, MandateFields } from './mandate-fields.tsx';
import { forWhom, ROLE_NAMES } from './mandate-words.ts';

/** An invitation as a form sends it. */
export interface GivenInvitation extends GivenMandate {
  readonly email: string;
  readonly name: string;
  readonly lang: AccountSummary['lang'];
}

export interface UsersPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  /** A page of them. */
  readonly accounts: RowPage<AccountSummary>;
  readonly choices: MandateChoices;
  readonly names: ReadonlyMap<string, string>;
  readonly given: GivenInvitation;
  readonly refusal: Refusal | null;
}

/** Who may sign in, and the form that invites somebody. */
export function UsersPage(props: UsersPageProps): VNode {
  const { frame, timeZone, accounts, choices, names, given, refusal } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <FormPage
      frame={frame}
      title={t(a.users)}
      lede={t(a.usersLede)}
      current="administration"
      nav={<AdministrationNav edition={edition} url={url} current="users" />}
    >
      <Records
        id="users"
        caption={t(a.users)}
        heads={[t(m.name), t(m.email), t(m.role), t(m.forWhom), t(a.state), t(a.secondFactor), t(a.lastSeen)]}
        rows={accounts.rows.map((account) => ({
          key: account.id,
          muted: account.disabled,
          cells: [
            <a key="name" class="breakable" href={pageFrom(url, `/users/${account.id}`)}>
              {account.name}
            </a>,
            <span key="email" class="breakable">
              {account.email}
            </span>,
            t(ROLE_NAMES[account.role].name),
            forWhom(edition, account, names),
            stateOf(edition, account),
            t(account.secondFactor ? a.yes : a.no),
            account.lastSeenAt === null ? t(a.notYet) : f.moment(account.lastSeenAt, timeZone),
          ],
        }))}
      />
      <Pages edition={edition} url={url} shown={accounts} />
      <Section id="invite" title={t(a.inviteTitle)} lede={t(a.inviteLede)} layout="text">
        <Form frame={frame} id="invite" action="/users" refusal={refusal} submit={t(a.inviteSubmit)}>
          <TextField
            form="invite"
            name="name"
            autocomplete="off"
            maxLength={120}
            label={t(m.name)}
            value={given.name}
            refusal={refusal}
          />
          <TextField
            form="invite"
            name="email"
            type="email"
            autocomplete="off"
            maxLength={254}
            label={t(m.email)}
            value={given.email}
            refusal={refusal}
          />
          <LanguageField frame={frame} form="invite" value={given.lang} refusal={refusal} />
          <MandateFields t={t} form="invite" choices={choices} given={given} refusal={refusal} />
        </Form>
      </Section>
    </FormPage>
  );
}

/** Whether somebody may come in, in a word. */
export function stateOf({ t }: Edition, { disabled, invited }: AccountSummary): string {
  if (disabled) return t(a.stateDisabled);
  return t(invited ? a.stateInvited : a.stateActive);
}
