import type { VNode } from 'preact';
import { dayIn } from '../core/time-zone.ts';
import { frequencyMessages, subscriptionMessages } from '../web/i18n/messages/subscriptions.ts';
import { unsubscribeMessages } from '../web/i18n/messages/unsubscribe.ts';
import { FrequencyForm, frequencyOptions } from '../web/parts/frequency-form.tsx';
import { Layout } from '../web/parts/layout.tsx';
import { Section } from '../web/parts/section.tsx';
import { withParameters } from '../web/url.ts';
import type { LinkFrame } from './links.page.tsx';
import { type OwnTitles, reportName } from './report-mail.ts';
import type { Subscription } from './subscriptions.repository.ts';

export interface UnsubscribePageProps extends LinkFrame {
  readonly subscription: Pick<Subscription, 'email' | 'report' | 'frequency' | 'active' | 'stoppedAt'>;
  /** Its recipient has just said how often it shall come. */
  readonly changed: boolean;
  /** With which the organisation's fiscal year begins. */
  readonly fiscalMonth: number;
  /** Where the form that stops it is sent. */
  readonly action: string;
  readonly timeZone: string;
  readonly ownTitles: OwnTitles;
}

/** Asks whether the e-mails shall stop, or says that they have. */
export function UnsubscribePage(props: UnsubscribePageProps): VNode {
  const { edition, url, site, assets, signedIn, subscription, changed } = props;
  const { action, timeZone, fiscalMonth, ownTitles } = props;
  const { t, f, language } = edition;
  const { email, frequency, active, stoppedAt } = subscription;
  const often = t(frequencyMessages[frequency]);
  const report = reportName(t, subscription.report, ownTitles);
  const title = t(active ? unsubscribeMessages.title : unsubscribeMessages.stopped);
  return (
    <Layout
      edition={edition}
      title={title}
      description={title}
      url={url}
      current={null}
      site={site}
      cutOff={null}
      illustrative={false}
      signedIn={signedIn}
      assets={assets}
    >
      <header class="page-heading">
        <h1>{title}</h1>
        <p class="lede">
          {active
            ? t(unsubscribeMessages.asks, { report, email, often })
            : t(unsubscribeMessages.isStopped, { report, email })}
        </p>
      </header>
      {changed && active && (
        <p class="notice" role="status">
          {t(unsubscribeMessages.changedTo, { often })}
        </p>
      )}
      {active ? (
        <>
          <form method="post" action={withParameters(action, { lang: language })}>
            <input type="hidden" name="List-Unsubscribe" value="One-Click" />
            <p>
              <button class="button" type="submit">
                {t(unsubscribeMessages.stop)}
              </button>
            </p>
            <p class="form-text quiet">{t(unsubscribeMessages.onlyThis)}</p>
          </form>
          <Section id="less-often" title={t(unsubscribeMessages.seldomer)} layout="text">
            <FrequencyForm
              frame={props}
              id="seldomer"
              action={`${action}/frequency`}
              label={t(subscriptionMessages.often)}
              options={frequencyOptions(edition, fiscalMonth, frequency)}
              value={frequency}
            />
          </Section>
        </>
      ) : (
        <>
          {stoppedAt !== null && (
            <p>{t(unsubscribeMessages.since, { day: f.day(dayIn(stoppedAt.getTime(), timeZone)) })}</p>
          )}
          <p class="quiet">{t(unsubscribeMessages.again)}</p>
        </>
      )}
    </Layout>
  );
}
