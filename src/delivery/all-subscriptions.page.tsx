import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { RowPage } from '../core/row-page.ts';
import type { SendingTimes } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { allSubscriptionMessages as m } from '../web/i18n/messages/all-subscriptions.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { groupMessages } from '../web/i18n/messages/subscription-groups.ts';
import { deliveredAsMessages, subscriptionMessages } from '../web/i18n/messages/subscriptions.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { ListSearch } from '../web/parts/list-search.tsx';
import { Pages } from '../web/parts/pagination.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { AddSubscription, type SubscriptionChoices } from './add-subscription.tsx';
import type { Mark } from './bounces/bounces.repository.ts';
import type { SubscriptionGroup } from './group-members.ts';
import { Often } from './moment-words.tsx';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';
import type { Subscription } from './subscriptions.repository.ts';

/** So many stand on a page at a glance. */
const FEW = 10;

/** A group among the others. */
export interface ShownGroup extends SubscriptionGroup {
  /** Whom, in words. */
  readonly whom: string;
  /** The report and its slice in words. */
  readonly what: string;
  /** How many get it. */
  readonly people: number;
}

export interface AllSubscriptionsPageProps {
  readonly frame: Frame;
  /** The organisation's. */
  readonly times: SendingTimes;
  /** Undefined: nobody has searched. */
  readonly search: string | undefined;
  readonly groups: readonly ShownGroup[];
  /** `through`: the group in words; null: none. */
  readonly shown: RowPage<Subscription & { readonly what: string; readonly through: string | null }>;
  /** Addresses that are written to no more, in small letters. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Null: the reader only follows what is sent. */
  readonly choices: SubscriptionChoices | null;
  /** As it was typed, where it was refused. */
  readonly given: SubscriptionCells;
  /** What is wrong, by the column; null: with it as a whole. */
  readonly errors: ReadonlyMap<string | null, string>;
}

/** The groups that are sent a report, everybody person by person, and the form that adds somebody or everybody. */
export function AllSubscriptionsPage(props: AllSubscriptionsPageProps): VNode {
  const { frame, choices } = props;
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
      {props.groups.length > 0 && <Groups {...props} />}
      {props.groups.length === 0 ? (
        <People {...props} />
      ) : (
        <Section id="people" title={t(groupMessages.oneByOne)}>
          <People {...props} />
        </Section>
      )}
      {choices !== null && <AddSubscription {...props} choices={choices} />}
    </FormPage>
  );
}

/** Everybody, person by person, also who gets it through a group. */
function People({ frame, search, shown, times, marks }: AllSubscriptionsPageProps): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  return (
    <>
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
                <Often key="often" edition={edition} of={each} times={times} />,
                t(deliveredAsMessages[each.deliveredAs]),
                AUTONYMS[each.lang],
                <StateCell
                  key="state"
                  edition={edition}
                  row={each}
                  timeZone={times.schedule.timeZone}
                  mark={marks.get(each.email.toLowerCase())}
                />,
              ],
            }))}
          />
          <Pages edition={edition} url={url} shown={shown} />
        </>
      )}
    </>
  );
}

/** The groups, each with how many get it. */
function Groups({ frame, groups, times }: AllSubscriptionsPageProps): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  return (
    <Section id="groups" title={t(groupMessages.title)} lede={t(groupMessages.lede)}>
      <Records
        id="subscription-groups"
        caption={t(groupMessages.title)}
        heads={[
          t(groupMessages.to),
          t(deliveryMessages.report),
          t(subscriptionMessages.often),
          t(subscriptionMessages.comes),
          t(groupMessages.people),
          t(m.state),
        ]}
        rows={groups.map((group) => ({
          key: group.id,
          muted: !group.active,
          cells: [
            <a key="who" href={pageFrom(url, `/deliveries/subscriptions/groups/${group.id}`)}>
              {group.whom}
            </a>,
            group.what,
            <Often key="often" edition={edition} of={group} times={times} />,
            t(deliveredAsMessages[group.deliveredAs]),
            t(groupMessages.count, { count: group.people }),
            stateWords(edition, { ...group, stoppedAt: null }, times.schedule.timeZone),
          ],
        }))}
      />
    </Section>
  );
}

/** Also through which group, and why nothing is sent though it stands. */
function StateCell({
  edition,
  row,
  timeZone,
  mark,
}: {
  readonly edition: Edition;
  readonly row: AllSubscriptionsPageProps['shown']['rows'][number];
  readonly timeZone: string;
  readonly mark: Mark | undefined;
}): VNode {
  const { t, f } = edition;
  return (
    <span>
      {stateWords(edition, row, timeZone)}
      {row.through !== null && <span class="quiet"> {t(groupMessages.through, { group: row.through })}</span>}
      {mark !== undefined && (
        <>
          {'. '}
          <strong>
            {t(bounceMessages.mark, {
              day: f.dayShort(dayIn(mark.toldAt.getTime(), timeZone)),
              status: mark.status,
            })}
          </strong>
        </>
      )}
    </span>
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
