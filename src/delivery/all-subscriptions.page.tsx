import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import { PAPERS } from '../core/report/paper.ts';
import type { RowPage } from '../core/row-page.ts';
import { LANGUAGES } from '../core/text.ts';
import { dayIn } from '../core/time-zone.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { administrationMessages } from '../web/i18n/messages/administration.ts';
import { allSubscriptionMessages as m } from '../web/i18n/messages/all-subscriptions.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import {
  deliveredAsMessages,
  frequencyMessages,
  subscriptionMessages,
} from '../web/i18n/messages/subscriptions.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { Form, type FormRefusal, type Option, SelectField, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { deliveredAsOptions, frequencyOptions, whenNothingNewOptions } from '../web/parts/frequency-form.tsx';
import { ListSearch } from '../web/parts/list-search.tsx';
import { Pages } from '../web/parts/pagination.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { Mark } from './bounces/bounces.repository.ts';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';
import type { Subscription } from './subscriptions.repository.ts';

/** The form that adds somebody, and the name of each of its fields: the columns of the file of subscriptions. */
export const ADD_FORM = 'add';

/** So many stand on a page at a glance. */
const FEW = 10;

/** What can be chosen in the form that adds somebody. */
export interface SubscriptionChoices {
  /** By the names that reports have among all. */
  readonly reports: readonly Option[];
  readonly pillars: readonly Option[];
}

export interface AllSubscriptionsPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly fiscalMonth: number;
  /** Undefined: nobody has searched. */
  readonly search: string | undefined;
  readonly shown: RowPage<Subscription & { readonly what: string }>;
  /** Addresses that are written to no more, in small letters. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Null: the reader only follows what is sent. */
  readonly choices: SubscriptionChoices | null;
  /** As it was typed, where it was refused. */
  readonly given: SubscriptionCells;
  /** What is wrong, by the column; null: with it as a whole. */
  readonly errors: ReadonlyMap<string | null, string>;
}

/** Everybody who is sent a report, person by person, and the form that adds somebody. */
export function AllSubscriptionsPage(props: AllSubscriptionsPageProps): VNode {
  const { frame, search, shown, choices } = props;
  const { edition, url, signedIn } = frame;
  const { t } = edition;
  const administers = signedIn?.rights.administersAccounts === true;
  return (
    <FormPage
      frame={frame}
      kicker={t(deliveryMessages.title)}
      title={t(m.title)}
      lede={t(m.lede)}
      current={administers ? 'administration' : 'reports'}
      {...(administers && { nav: <AdministrationNav edition={edition} url={url} current="deliveries" /> })}
    >
      <ListSearch frame={frame} label={m.search} search={search} total={shown.total} few={FEW} />
      {shown.rows.length === 0 ? (
        search === undefined && <EmptyState edition={edition} title={t(m.none)} text={t(m.noneText)} />
      ) : (
        <>
          <Records
            id="subscriptions"
            caption={t(m.title)}
            heads={[
              t(deliveryMessages.recipient),
              t(deliveryMessages.report),
              t(subscriptionMessages.often),
              t(subscriptionMessages.comes),
              t(deliveryMessages.language),
              t(m.state),
            ]}
            rows={shown.rows.map((each) => ({
              key: each.id,
              muted: !each.active,
              cells: [
                <a key="who" class="breakable" href={pageFrom(url, `/deliveries/subscriptions/${each.id}`)}>
                  {each.name} <span class="quiet">{each.email}</span>
                </a>,
                each.what,
                t(frequencyMessages[each.frequency]),
                t(deliveredAsMessages[each.deliveredAs]),
                AUTONYMS[each.lang],
                <State key="state" {...props} subscription={each} />,
              ],
            }))}
          />
          <Pages edition={edition} url={url} shown={shown} />
        </>
      )}
      {choices !== null && <Add {...props} choices={choices} />}
    </FormPage>
  );
}

/** Also why nothing is sent, though it stands. */
function State({
  frame: { edition },
  timeZone,
  marks,
  subscription,
}: AllSubscriptionsPageProps & { readonly subscription: Subscription }): VNode {
  const { t, f } = edition;
  const words = stateWords(edition, subscription, timeZone);
  const mark = marks.get(subscription.email.toLowerCase());
  if (mark === undefined) return <>{words}</>;
  const day = f.dayShort(dayIn(mark.toldAt.getTime(), timeZone));
  return (
    <>
      {words}. <strong>{t(bounceMessages.mark, { day, status: mark.status })}</strong>
    </>
  );
}

/** Whether it is sent, and since when. */
export function stateWords(
  { t, f }: Edition,
  { active, since, stoppedAt }: Pick<Subscription, 'active' | 'since' | 'stoppedAt'>,
  timeZone: string,
): string {
  const day = (at: Date) => f.dayShort(dayIn(at.getTime(), timeZone));
  if (active) return t(m.stands, { day: day(since) });
  return stoppedAt === null ? t(m.paused) : t(m.stoppedByRecipient, { day: day(stoppedAt) });
}

function Add(props: AllSubscriptionsPageProps & { readonly choices: SubscriptionChoices }): VNode {
  const { frame, fiscalMonth, choices, given, errors } = props;
  const { edition } = frame;
  const { t } = edition;
  const refusal = (field: string): FormRefusal | null => {
    const text = errors.get(field);
    return text === undefined ? null : { form: ADD_FORM, field, text };
  };
  const whole = errors.get(null);
  const field = (name: string) => ({ form: ADD_FORM, name, refusal: refusal(name) });
  const everything = { value: '', label: t(m.everything) };
  return (
    <Section id="new" title={t(m.add)} lede={t(m.addLede)} layout="text">
      <Form
        frame={frame}
        id={ADD_FORM}
        action="/deliveries/subscriptions"
        refusal={whole === undefined ? null : { form: ADD_FORM, field: null, text: whole }}
        submit={t(m.addSubmit)}
      >
        <TextField
          {...field('email')}
          type="email"
          autocomplete="off"
          maxLength={254}
          label={t(m.email)}
          value={given.email ?? ''}
        />
        <TextField
          {...field('name')}
          autocomplete="off"
          maxLength={200}
          label={t(m.name)}
          hint={t(m.nameHint)}
          value={given.name ?? ''}
        />
        <SelectField
          {...field('report')}
          label={t(deliveryMessages.report)}
          options={choices.reports}
          value={given.report ?? ''}
        />
        <SelectField
          {...field('pillar')}
          label={t(m.pillar)}
          options={[everything, ...choices.pillars]}
          value={given.pillar ?? ''}
        />
        <TextField
          {...field('country')}
          required={false}
          autocomplete="off"
          suggest="country"
          label={t(m.country)}
          hint={t(m.emptyIsAll)}
          value={given.country ?? ''}
        />
        <TextField
          {...field('donor')}
          required={false}
          autocomplete="off"
          suggest="donor"
          label={t(m.donor)}
          hint={t(m.emptyIsAll)}
          value={given.donor ?? ''}
        />
        <EditionFields
          edition={edition}
          form={ADD_FORM}
          fiscalMonth={fiscalMonth}
          given={given}
          refusal={refusal}
        />
      </Form>
    </Section>
  );
}

/** How often it comes and as what, in which language and on which paper. */
export function EditionFields(props: {
  readonly edition: Edition;
  readonly form: string;
  readonly fiscalMonth: number;
  readonly given: SubscriptionCells;
  readonly refusal: (field: string) => FormRefusal | null;
}): VNode {
  const { edition, form, fiscalMonth, given, refusal } = props;
  const { t } = edition;
  const field = (name: string) => ({ form, name, refusal: refusal(name) });
  return (
    <>
      <SelectField
        {...field('frequency')}
        label={t(subscriptionMessages.often)}
        options={frequencyOptions(edition, fiscalMonth)}
        value={given.frequency ?? 'monthly'}
      />
      <SelectField
        {...field('delivered_as')}
        label={t(subscriptionMessages.comes)}
        hint={t(subscriptionMessages.comesHint)}
        options={deliveredAsOptions(edition)}
        value={given.delivered_as ?? 'pdf'}
      />
      <SelectField
        {...field('when_nothing_new')}
        label={t(subscriptionMessages.whenNothingNew)}
        hint={t(subscriptionMessages.whenNothingNewHint)}
        options={whenNothingNewOptions(edition)}
        value={given.when_nothing_new ?? 'send'}
      />
      <SelectField
        {...field('needs_approval')}
        label={t(subscriptionMessages.needsApproval)}
        hint={t(subscriptionMessages.needsApprovalHint)}
        options={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(administrationMessages[value]),
        }))}
        value={given.needs_approval ?? 'no'}
      />
      <SelectField
        {...field('language')}
        label={t(reportsPageMessages.language)}
        options={LANGUAGES.map((value) => ({ value, label: AUTONYMS[value] }))}
        value={given.lang ?? edition.language}
      />
      <SelectField
        {...field('paper')}
        label={t(reportsPageMessages.paper)}
        options={PAPERS.map((value) => ({ value, label: t(reportsPageMessages[value]) }))}
        value={given.paper ?? 'a4'}
      />
    </>
  );
}
