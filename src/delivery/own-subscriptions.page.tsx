import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { SendingTimes } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';
import { may } from '../core/visibility/rights.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import {
  deliveredAsMessages,
  frequencyMessages,
  subscriptionMessages as m,
} from '../web/i18n/messages/subscriptions.ts';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { ButtonForm, Form } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { Mark } from './bounces/bounces.repository.ts';
import { Often } from './moment-words.tsx';
import { OwnEditionFields } from './subscription-fields.tsx';
import type { SubscribedSlice, Subscription } from './subscriptions.repository.ts';

/** A report and its slice in words: "Portfolio report, Costa Rica". */
export interface ShownSlice {
  readonly name: string;
}

export interface OwnSubscriptionsPageProps {
  readonly frame: Frame;
  /** The account's own address. */
  readonly email: string;
  /** Why nothing is sent to it; null: it may be. */
  readonly mark: Mark | null;
  /** The organisation's. */
  readonly times: SendingTimes;
  /** The report that the reader came from; null: none. */
  readonly offered:
    | (ShownSlice & {
        readonly slice: SubscribedSlice;
        /** Its subscription, where it is sent already. */
        readonly standing: Pick<Subscription, 'id' | 'frequency'> | null;
      })
    | null;
  readonly standing: readonly (ShownSlice & Subscription)[];
}

/** What is sent to somebody: to begin one, to have any less or more often, and to stop it. */
export function OwnSubscriptionsPage(props: OwnSubscriptionsPageProps): VNode {
  const { frame, email, mark, times, standing } = props;
  const { timeZone } = times.schedule;
  const hasOthers = frame.signedIn !== null && may(frame.signedIn.rights, 'hasReports');
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede, { email })} current="reports">
      {mark !== null && (
        <section class="missing">
          <p>{t(bounceMessages.ownAddress, { day: f.day(dayIn(mark.toldAt.getTime(), timeZone)) })}</p>
        </section>
      )}
      <Offer {...props} />
      <Section id="standing" title={t(m.yours)}>
        {standing.length === 0 ? (
          <EmptyState edition={edition} title={t(m.none)} text={t(hasOthers ? m.noneText : m.noneOwn)} />
        ) : (
          <Records
            id="subscriptions"
            caption={t(m.yours)}
            heads={[
              t(m.what),
              t(m.often),
              t(m.comes),
              t(reportsPageMessages.language),
              t(m.since),
              t(m.change),
              t(m.stop),
            ]}
            said={[t(m.change), t(m.stop)]}
            rows={standing.map((each) => ({
              key: each.id,
              cells: [
                each.name,
                <Often key="often" edition={edition} of={each} times={times} />,
                t(deliveredAsMessages[each.deliveredAs]),
                AUTONYMS[each.lang],
                f.dayShort(dayIn(each.since.getTime(), timeZone)),
                <a key="change" href={pageFrom(url, `/subscriptions/${each.id}`)}>
                  {t(m.change)}
                  <span class="visually-hidden"> {each.name}</span>
                </a>,
                <StopForm key="stop" frame={frame} id={each.id} name={each.name} />,
              ],
            }))}
          />
        )}
      </Section>
    </FormPage>
  );
}

/** The report that its reader came from: to be sent, or no more. */
function Offer({ frame, offered, times }: OwnSubscriptionsPageProps): VNode | null {
  if (offered === null) return null;
  const { edition } = frame;
  const { t } = edition;
  const { name, slice, standing } = offered;
  const fields = Object.entries(slice).flatMap(([field, value]) => (value === null ? [] : [[field, value]]));
  return (
    <Section id="offer" title={name} layout="text">
      {standing !== null ? (
        <>
          <p>{t(m.already, { often: t(frequencyMessages[standing.frequency]) })}</p>
          <div class="form-aside">
            <StopForm frame={frame} id={standing.id} name={name} />
          </div>
        </>
      ) : (
        <Form frame={frame} id="begin" action="/subscriptions" refusal={null} submit={t(m.subscribe)}>
          {fields.map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <p>{t(m.first)}</p>
          <OwnEditionFields edition={edition} form="begin" times={times} given={{}} refusal={() => null} />
        </Form>
      )}
    </Section>
  );
}

function StopForm({
  frame,
  id,
  name,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly name: string;
}): VNode {
  const { t } = frame.edition;
  return (
    <ButtonForm
      frame={frame}
      action={`/subscriptions/${id}/stop`}
      label={t(m.stop)}
      description={t(m.stopOf, { report: name })}
    />
  );
}
