import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { SendingTimes } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { administrationMessages } from '../web/i18n/messages/administration.ts';
import { allSubscriptionMessages } from '../web/i18n/messages/all-subscriptions.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { groupMessages as m } from '../web/i18n/messages/subscription-groups.ts';
import {
  deliveredAsMessages,
  frequencyMessages,
  sendingTimeMessages,
  subscriptionMessages,
  whenNothingNewMessages,
} from '../web/i18n/messages/subscriptions.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { ButtonForm, Form } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { DefinitionList, Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { stateWords } from './all-subscriptions.page.tsx';
import { editionCells } from './edition-cells.ts';
import type { LeftOut, SubscriptionGroup } from './group-members.ts';
import { momentWords } from './moment-words.tsx';
import { PaperField, refusalsIn, SendingFields } from './subscription-fields.tsx';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';
import type { Subscription } from './subscriptions.repository.ts';

export interface SubscriptionGroupPageProps {
  readonly frame: Frame;
  /** The organisation's. */
  readonly times: SendingTimes;
  readonly group: SubscriptionGroup;
  /** Whom, in words. */
  readonly whom: string;
  /** The report and its slice in words. */
  readonly what: string;
  /** `what`: the report and its slice in words. */
  readonly members: readonly (Subscription & { readonly what: string })[];
  readonly leftOut: readonly LeftOut[];
  /** As it was chosen, where it was refused. */
  readonly given: SubscriptionCells | null;
  readonly errors: ReadonlyMap<string | null, string>;
  /** The reader changes it, and does not only follow it. */
  readonly acts: boolean;
}

/** One group: what it is sent, who gets it now and who does not, and how it is changed or ended. */
export function SubscriptionGroupPage(props: SubscriptionGroupPageProps): VNode {
  const { frame, times, group, whom, what, leftOut, acts } = props;
  const { edition, url, signedIn } = frame;
  const { t } = edition;
  const administers = signedIn?.rights.administersAccounts === true;
  return (
    <FormPage
      frame={frame}
      kicker={t(allSubscriptionMessages.title)}
      title={whom}
      lede={what}
      current={administers ? 'administration' : 'reports'}
      {...(administers && { nav: <AdministrationNav edition={edition} url={url} current="deliveries" /> })}
    >
      <DefinitionList
        items={[
          { term: t(subscriptionMessages.often), description: t(frequencyMessages[group.frequency]) },
          { term: t(sendingTimeMessages.title), description: momentWords(edition, group, times) },
          { term: t(subscriptionMessages.comes), description: t(deliveredAsMessages[group.deliveredAs]) },
          {
            term: t(subscriptionMessages.whenNothingNew),
            description: t(whenNothingNewMessages[group.whenNothingNew]),
          },
          {
            term: t(subscriptionMessages.needsApproval),
            description: t(administrationMessages[group.needsApproval ? 'yes' : 'no']),
          },
          { term: t(deliveryMessages.language), description: t(m.eachOwn) },
          { term: t(reportsPageMessages.paper), description: t(reportsPageMessages[group.paper]) },
          {
            term: t(allSubscriptionMessages.state),
            description: stateWords(edition, { ...group, stoppedAt: null }, times.schedule.timeZone),
          },
        ]}
      />
      <p class="form-text">
        <a href={pageFrom(url, '/deliveries/subscriptions')}>{t(allSubscriptionMessages.all)}</a>
      </p>
      <Members {...props} />
      {leftOut.length > 0 && <LeftOutOnes {...props} />}
      {acts && (
        <>
          <Change {...props} />
          <Standing {...props} />
        </>
      )}
    </FormPage>
  );
}

function Members({ frame, times, group, members }: SubscriptionGroupPageProps): VNode {
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <Section id="members" title={t(m.members)} lede={t(m.membersLede)}>
      {members.length === 0 ? (
        <EmptyState
          edition={edition}
          title={t(m.nobody)}
          text={t(group.active ? m.nobodyStands : m.nobodyEnded)}
        />
      ) : (
        <Records
          id="group-members"
          caption={t(m.members)}
          heads={[t(m.person), t(deliveryMessages.report), t(deliveryMessages.language), t(m.since)]}
          rows={members.map(({ id, name, email, what, lang, since }) => ({
            key: id,
            cells: [
              <Person
                key="who"
                href={pageFrom(url, `/deliveries/subscriptions/${id}`)}
                {...{ name, email }}
              />,
              what,
              AUTONYMS[lang],
              f.dayShort(dayIn(since.getTime(), times.schedule.timeZone)),
            ],
          }))}
        />
      )}
    </Section>
  );
}

function LeftOutOnes({ frame, leftOut }: SubscriptionGroupPageProps): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  return (
    <Section id="left-out" title={t(m.leftOut)}>
      <Records
        id="group-left-out"
        caption={t(m.leftOut)}
        heads={[t(m.person), t(m.why)]}
        rows={leftOut.map(({ email, name, why, subscription }, at) => ({
          key: `${at}`,
          cells: [
            <Person
              key="who"
              href={subscription === null ? null : pageFrom(url, `/deliveries/subscriptions/${subscription}`)}
              {...{ name, email }}
            />,
            t(m.whyNot[why]),
          ],
        }))}
      />
    </Section>
  );
}

function Person(props: {
  readonly href: string | null;
  readonly name: string;
  readonly email: string;
}): VNode {
  const { href, name, email } = props;
  const words = (
    <>
      {name} <span class="quiet">{email}</span>
    </>
  );
  return href === null ? (
    <span class="breakable">{words}</span>
  ) : (
    <a class="breakable" href={href}>
      {words}
    </a>
  );
}

function Change({ frame, times, group, given, errors }: SubscriptionGroupPageProps): VNode {
  const { edition } = frame;
  const { t } = edition;
  const refusal = refusalsIn('change', errors);
  const fields = {
    edition,
    form: 'change',
    times,
    given: given ?? {
      ...editionCells(group),
      needs_approval: group.needsApproval ? 'yes' : 'no',
    },
    refusal,
  };
  return (
    <Section id="change-it" title={t(m.change)} lede={t(m.changeLede)} layout="text">
      <Form
        frame={frame}
        id="change"
        action={`/deliveries/subscriptions/groups/${group.id}`}
        refusal={refusal(null)}
        submit={t(allSubscriptionMessages.save)}
      >
        <SendingFields {...fields} />
        <PaperField {...fields} />
      </Form>
    </Section>
  );
}

/** Ends it, or has it go on. */
function Standing({ frame, group, errors }: SubscriptionGroupPageProps): VNode {
  const { t } = frame.edition;
  const { id, active } = group;
  const [label, hint, to] = active
    ? [t(m.pause), t(m.pauseHint), 'paused']
    : [t(allSubscriptionMessages.resume), t(m.resumeHint), 'standing'];
  const gone = active ? undefined : errors.get('report');
  return (
    <Section id="standing" title={label} layout="text">
      {gone !== undefined && (
        <p class="form-error" role="alert">
          {gone}
        </p>
      )}
      <p>{hint}</p>
      <div class="form-aside">
        <ButtonForm
          frame={frame}
          action={`/deliveries/subscriptions/groups/${id}/standing`}
          label={label}
          fields={{ to }}
        />
      </div>
    </Section>
  );
}
