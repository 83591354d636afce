import type { ComponentChildren, VNode } from 'preact';
import type { Edition } from '../web/edition.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { linkMessages } from '../web/i18n/messages/links.ts';
import { pageFrom, type Url, withParameters } from '../web/url.ts';
import { readReason } from './bounces/bounce.ts';
import type { Mark, Note } from './bounces/bounces.repository.ts';
import { isRevocable, linkOf, type NameOf, type SentLink } from './deliveries-block.ts';
import { type Delivery, isMissing, isQueued, isSendable } from './delivery.ts';
import { isExampleAddress } from './example-address.ts';
import { ReasonForm } from './reason-form.tsx';

export interface DeliveryFormsProps {
  readonly edition: Edition;
  /** The address of this page, with its query. */
  readonly url: Url;
  readonly timeZone: string;
  /** What is shown of which period. */
  readonly period: string;
  readonly turns: readonly Delivery[];
  /** Of the e-mails, by subscription. */
  readonly links: ReadonlyMap<string, SentLink>;
  /** What mail servers said of those that stand as sent, by subscription. */
  readonly notes: ReadonlyMap<string, Note>;
  /** Addresses that are written to no more, in small letters. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly now: Date;
  /** The reader may send, settle and end links. */
  readonly mayAct: boolean;
  readonly nameOf: NameOf;
  /** Of how many each period's report is missing, where it is, the oldest first. */
  readonly missing: ReadonlyMap<string, number>;
}

/** What is missing, of this month and of others, and what an administrator can do about all of the month's at once. */
export function MissingPanel(props: DeliveryFormsProps): VNode | null {
  const { edition, period, turns, mayAct, missing } = props;
  const { t, f } = edition;
  const others = [...missing].filter(([other]) => other !== period);
  const without = turns.filter(isMissing);
  if (without.length === 0 && others.length === 0) return null;
  const months = f.list(
    others.map(([other, count]) => t(deliveryMessages.monthWithMissing, { month: f.period(other), count })),
  );
  return (
    <section class="missing">
      {without.length > 0 && (
        <>
          <h2>{t(deliveryMessages.missingTitle, { count: without.length })}</h2>
          <ul>
            {sentencesOn(props, without).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {mayAct && <ForAll {...props} sendable={turns.filter(isSendable)} />}
        </>
      )}
      {others.length > 0 && <p>{t(deliveryMessages.missingElsewhere, { months })}</p>}
    </section>
  );
}

function sentencesOn(
  { edition: { t, f }, now, timeZone }: DeliveryFormsProps,
  without: readonly Delivery[],
): readonly string[] {
  const queued = without.filter((turn) => isQueued(turn, now)).length;
  const nexts = without.flatMap((turn) =>
    turn.state.is === 'open' && !isQueued(turn, now) ? [turn.state.nextAt] : [],
  );
  const soon = nexts.filter((at) => at <= now).length;
  const later = nexts.filter((at) => at > now);
  const back = without.filter(({ state }) => state.is === 'given-up' && readReason(state.reason) !== null);
  const waiting = without.filter(
    (turn) => (turn.state.is === 'given-up' || turn.state.is === 'missed') && !back.includes(turn),
  ).length;
  const unclear = without.filter(({ state }) => state.is === 'unclear').length;
  const next = new Date(Math.min(...later.map((at) => at.getTime())));
  return [
    ...(back.length > 0 ? [t(bounceMessages.cameBackOnes, { count: back.length })] : []),
    ...(queued > 0 ? [t(deliveryMessages.queuedOnes, { count: queued })] : []),
    ...(soon > 0 ? [t(deliveryMessages.sentSoon, { count: soon })] : []),
    ...(later.length > 0
      ? [t(deliveryMessages.triedAgain, { count: later.length, from: f.moment(next, timeZone) })]
      : []),
    ...(waiting > 0 ? [t(deliveryMessages.waitsForYou, { count: waiting })] : []),
    ...(unclear > 0 ? [t(deliveryMessages.unclearOnes, { count: unclear })] : []),
  ];
}

/** Sends all that can be sent of the month, but to where they come back; or, a press further, says that none of it will be. */
function ForAll(props: DeliveryFormsProps & { readonly sendable: readonly Delivery[] }): VNode | null {
  const { edition, marks, sendable } = props;
  const { t } = edition;
  const count = sendable.filter(({ recipient }) => !marks.has(recipient.toLowerCase())).length;
  if (sendable.length === 0) return null;
  return (
    <>
      {count > 0 && (
        <form class="form" method="post" action={actionOf(props, 'send')}>
          <p>{t(deliveryMessages.sendMissingWhat, { count })}</p>
          <p class="form-actions">
            <button class="button" type="submit">
              {t(deliveryMessages.sendMissing)}
            </button>
          </p>
        </form>
      )}
      <details>
        <summary>{t(deliveryMessages.settleAll, { count: sendable.length })}</summary>
        <SettleForm {...props} id="settle-all" />
      </details>
    </>
  );
}

/** What can be done about one e-mail. */
export function rowForms(props: DeliveryFormsProps, subscription: string): ComponentChildren {
  const { edition, turns, links, marks, now } = props;
  const { t } = edition;
  const turn = turns.find((each) => each.subscription === subscription);
  if (turn === undefined) return null;
  const { recipient, state } = turn;
  const link = linkOf(turn, links);
  if (link !== null && isRevocable(turn, link, now)) {
    return (
      <TextForm
        action={actionOf(props, `links/${link.id}/revoke`)}
        label={t(linkMessages.revoke)}
        description={t(linkMessages.revokeOf, { recipient })}
      />
    );
  }
  if (state.is === 'unclear') {
    const settle = actionOf(props, 'settle');
    return (
      <>
        <TextForm
          action={settle}
          fields={{ subscription, is: 'arrived' }}
          label={t(deliveryMessages.arrived)}
          description={t(deliveryMessages.arrivedAt, { recipient })}
        />
        <TextForm
          action={settle}
          fields={{ subscription, is: 'lost' }}
          label={t(deliveryMessages.lost)}
          description={t(deliveryMessages.lostTo, { recipient })}
        />
      </>
    );
  }
  if (!isSendable(turn) && state.is !== 'settled') return null;
  if (isExampleAddress(recipient)) return null;
  return (
    <>
      {marks.has(recipient.toLowerCase()) ? (
        <TextForm
          action={actionOf(props, 'again')}
          fields={{ recipient }}
          label={t(bounceMessages.again)}
          description={t(bounceMessages.againTo, { recipient })}
        />
      ) : (
        <TextForm
          action={actionOf(props, 'send')}
          fields={{ subscription }}
          label={t(deliveryMessages.send)}
          description={t(deliveryMessages.sendTo, { recipient })}
        />
      )}
      {isSendable(turn) && (
        <details>
          <summary aria-label={t(deliveryMessages.settleOf, { recipient })}>
            {t(deliveryMessages.settle)}
          </summary>
          <SettleForm {...props} id={`settle-${subscription}`} subscription={subscription} />
        </details>
      )}
    </>
  );
}

function SettleForm(
  props: DeliveryFormsProps & { readonly id: string; readonly subscription?: string },
): VNode {
  const { edition, id, subscription } = props;
  const whose = subscription === undefined ? {} : { subscription };
  return (
    <ReasonForm
      edition={edition}
      id={id}
      action={actionOf(props, 'settle')}
      fields={{ ...whose, is: 'not-sent' }}
      submit={edition.t(deliveryMessages.settle)}
    />
  );
}

/** A form that is one quiet button. */
function TextForm(props: {
  readonly action: Url;
  readonly label: string;
  /** For readers who listen, where many buttons say the same. */
  readonly description: string;
  readonly fields?: Readonly<Record<string, string>>;
}): VNode {
  return (
    <form method="post" action={props.action}>
      <Hidden fields={props.fields ?? {}} />
      <button class="text-button" type="submit" aria-label={props.description}>
        {props.label}
      </button>
    </form>
  );
}

function Hidden({ fields }: { readonly fields: Readonly<Record<string, string>> }): VNode {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function actionOf({ url, period }: DeliveryFormsProps, what: string): Url {
  return withParameters(pageFrom(url, `/deliveries/${what}`), { period });
}
