import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { SendingTimes } from '../core/schedule.ts';
import { groupMessages } from '../web/i18n/messages/subscription-groups.ts';
import { subscriptionMessages as m } from '../web/i18n/messages/subscriptions.ts';
import { Form } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { pageFrom } from '../web/url.ts';
import { editionCells } from './edition-cells.ts';
import { OwnEditionFields } from './subscription-fields.tsx';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';
import type { Subscription } from './subscriptions.repository.ts';

export interface OwnSubscriptionPageProps {
  readonly frame: Frame;
  /** The organisation's. */
  readonly times: SendingTimes;
  readonly subscription: Subscription;
  /** The report and its slice in words. */
  readonly name: string;
  /** As it was chosen, where it was refused. */
  readonly given: SubscriptionCells | null;
  readonly refusal: Refusal | null;
}

/** One report that is sent to its reader: how it comes from now on. */
export function OwnSubscriptionPage(props: OwnSubscriptionPageProps): VNode {
  const { frame, times, subscription, name, given, refusal } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const { memberOf } = subscription;
  return (
    <FormPage
      frame={frame}
      kicker={t(m.title)}
      title={name}
      lede={t(memberOf === null ? m.changeLede : groupMessages.becomesYours)}
      current="reports"
    >
      <Form
        frame={frame}
        id="change"
        action={`/subscriptions/${subscription.id}`}
        refusal={refusal}
        submit={t(m.change)}
      >
        <OwnEditionFields
          edition={edition}
          form="change"
          times={times}
          given={
            given ?? {
              lang: subscription.lang,
              ...editionCells(subscription),
            }
          }
          refusal={() => null}
        />
      </Form>
      <p class="form-text">
        <a href={pageFrom(url, '/subscriptions')}>{t(m.yours)}</a>
      </p>
    </FormPage>
  );
}
