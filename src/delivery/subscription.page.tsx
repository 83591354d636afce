import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { SendingTimes } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { administrationMessages } from '../web/i18n/messages/administration.ts';
import { allSubscriptionMessages as m } from '../web/i18n/messages/all-subscriptions.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { groupMessages } from '../web/i18n/messages/subscription-groups.ts';
import {
  deliveredAsMessages,
  frequencyMessages,
  sendingTimeMessages,
  subscriptionMessages,
  whenNothingNewMessages,
} from '../web/i18n/messages/subscriptions.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { ButtonForm, Form, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { DefinitionList, Section } from '../web/parts/section.tsx';
import { pageFrom, withParameters } from '../web/url.ts';
import { stateWords } from './all-subscriptions.page.tsx';
import type { Mark } from './bounces/bounces.repository.ts';
import { editionCells } from './edition-cells.ts';
import { momentWords } from './moment-words.tsx';
import type { SampleMail } from './sample-mail.use-case.ts';
import { EditionFields, refusalsIn } from './subscription-fields.tsx';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';
import type { Subscription } from './subscriptions.repository.ts';

export interface SubscriptionPageProps {
  readonly frame: Frame;
  /** The organisation's. */
  readonly times: SendingTimes;
  readonly subscription: Subscription;
  /** The report and its slice in words. */
  readonly what: string;
  /** The group through which it comes, in words; null: it is of their own. */
  readonly through: string | null;
  /** Why nothing is sent to its address; null: it may be. */
  readonly mark: Mark | null;
  /** As it was typed, where it was refused. */
  readonly given: SubscriptionCells | null;
  readonly errors: ReadonlyMap<string | null, string>;
  readonly refusal: Refusal | null;
  /** The reader changes it, and sees what would be sent; null: only follows it. */
  readonly acts: boolean;
  /** What would be sent now, where somebody looks at it. */
  readonly sample: SampleMail | null;
}

/** One subscription: what it is, what it would send now, and how it is changed or ended. */
export function SubscriptionPage(props: SubscriptionPageProps): VNode {
  const { frame, times, subscription, what, through, acts } = props;
  const { edition, url, signedIn } = frame;
  const { t } = edition;
  const administers = signedIn?.rights.administersAccounts === true;
  return (
    <FormPage
      frame={frame}
      kicker={t(m.title)}
      title={subscription.name}
      lede={subscription.email}
      current={administers ? 'administration' : 'reports'}
      {...(administers && { nav: <AdministrationNav edition={edition} url={url} current="deliveries" /> })}
    >
      <CameBack {...props} />
      <DefinitionList
        items={[
          { term: t(deliveryMessages.report), description: what },
          { term: t(subscriptionMessages.often), description: t(frequencyMessages[subscription.frequency]) },
          { term: t(sendingTimeMessages.title), description: momentWords(edition, subscription, times) },
          {
            term: t(subscriptionMessages.comes),
            description: t(deliveredAsMessages[subscription.deliveredAs]),
          },
          {
            term: t(subscriptionMessages.whenNothingNew),
            description: t(whenNothingNewMessages[subscription.whenNothingNew]),
          },
          {
            term: t(subscriptionMessages.needsApproval),
            description: t(administrationMessages[subscription.needsApproval ? 'yes' : 'no']),
          },
          { term: t(deliveryMessages.language), description: AUTONYMS[subscription.lang] },
          { term: t(reportsPageMessages.paper), description: t(reportsPageMessages[subscription.paper]) },
          { term: t(m.state), description: stateWords(edition, subscription, times.schedule.timeZone) },
          ...(through === null
            ? []
            : [
                {
                  term: t(groupMessages.throughTerm),
                  description: (
                    <a
                      href={pageFrom(url, `/deliveries/subscriptions/groups/${subscription.memberOf ?? ''}`)}
                    >
                      {through}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      <p class="form-text">
        <a href={pageFrom(url, '/deliveries/subscriptions')}>{t(m.all)}</a>
      </p>
      {acts && (
        <>
          <Sample {...props} />
          <Change {...props} />
          <Standing {...props} />
        </>
      )}
    </FormPage>
  );
}

/** What came back from its address, and the way back. */
function CameBack({ frame, times, subscription, mark, acts }: SubscriptionPageProps): VNode | null {
  if (mark === null) return null;
  const { t, f } = frame.edition;
  const day = f.day(dayIn(mark.toldAt.getTime(), times.schedule.timeZone));
  return (
    <section class="missing" aria-labelledby="came-back">
      <h2 id="came-back">{t(bounceMessages.title)}</h2>
      <p class="breakable">{t(bounceMessages.said, { day, status: mark.status, words: mark.words })}</p>
      <p>{t(bounceMessages.nothingMore)}</p>
      {acts && (
        <ButtonForm
          frame={frame}
          action={`/deliveries/subscriptions/${subscription.id}/again`}
          label={t(bounceMessages.again)}
        />
      )}
    </section>
  );
}

/** The e-mail as text, which says the same as its other part; with the way to the report that it carries. */
function Sample({ frame, subscription, sample, refusal }: SubscriptionPageProps): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  const at = `/deliveries/subscriptions/${subscription.id}`;
  return (
    <Section id="sample" title={t(m.sample)} lede={t(m.sampleLede)} layout="text">
      {sample !== null && (
        <>
          {sample.skippedSince !== null && (
            <p class="form-text">{t(m.wouldBeSkipped, { period: edition.f.period(sample.skippedSince) })}</p>
          )}
          <DefinitionList
            items={[
              { term: t(m.subject), description: sample.mail.subject },
              {
                term: t(m.attachment),
                description:
                  sample.mail.attachments.map(({ filename }) => filename).join(', ') || t(m.nothingAttached),
              },
            ]}
          />
          <pre class="mail-text" lang={subscription.lang}>
            {sample.mail.text}
          </pre>
          <p class="form-text">
            <a href={reportAddress(subscription, sample.period)}>{t(m.openReport)}</a>
          </p>
        </>
      )}
      {sample === null && (
        <p class="form-text">
          <a class="button-quiet" href={withParameters(pageFrom(url, at), { sample: 'yes' })}>
            {t(m.look)}
          </a>
        </p>
      )}
      <Form frame={frame} id="test" action={`${at}/test`} refusal={refusal} submit={t(m.sendTest)} />
    </Section>
  );
}

function Change(props: SubscriptionPageProps): VNode {
  const { frame, subscription, times, through, given, errors, refusal } = props;
  const { edition } = frame;
  const { t } = edition;
  const { name, lang, needsApproval } = subscription;
  const wrong = refusalsIn('change', errors);
  return (
    <Section
      id="change-it"
      title={t(m.change)}
      {...(through !== null && { lede: t(groupMessages.becomesOwn) })}
      layout="text"
    >
      <Form
        frame={frame}
        id="change"
        action={`/deliveries/subscriptions/${subscription.id}`}
        refusal={wrong(null) ?? refusal}
        submit={t(m.save)}
      >
        <TextField
          form="change"
          name="name"
          autocomplete="off"
          maxLength={200}
          label={t(m.name)}
          hint={t(m.nameHint)}
          value={given?.name ?? name}
          refusal={wrong('name')}
        />
        <EditionFields
          edition={edition}
          form="change"
          times={times}
          given={
            given ?? {
              lang,
              ...editionCells(subscription),
              needs_approval: needsApproval ? 'yes' : 'no',
            }
          }
          refusal={wrong}
        />
      </Form>
    </Section>
  );
}

/** Ends it, or has it go on. */
function Standing({ frame, subscription }: SubscriptionPageProps): VNode {
  const { t } = frame.edition;
  const { id, active, stoppedAt } = subscription;
  const [label, hint, to] = active
    ? [t(m.pause), t(m.pauseHint), 'paused']
    : [t(m.resume), t(m.resumeHint), 'standing'];
  return (
    <Section id="standing" title={label} layout="text">
      {stoppedAt !== null && !active && <p>{t(m.resumeStopped)}</p>}
      <p>{hint}</p>
      <div class="form-aside">
        <ButtonForm
          frame={frame}
          action={`/deliveries/subscriptions/${id}/standing`}
          label={label}
          fields={{ to }}
        />
      </div>
    </Section>
  );
}

function reportAddress(subscription: Subscription, period: string): string {
  const { report, pillar, country, donor, lang, paper } = subscription;
  const given = Object.entries({ period, pillar, country, donor, lang, paper }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return `/api/v1/reports/${report.replace('own:', 'own/')}.pdf?${new URLSearchParams(given)}`;
}
