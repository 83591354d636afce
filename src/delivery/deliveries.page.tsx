import type { VNode } from 'preact';
import { comparePeriods } from '../core/period.ts';
import { rowPage } from '../core/row-page.ts';
import { dayIn } from '../core/time-zone.ts';
import { allSubscriptionMessages } from '../web/i18n/messages/all-subscriptions.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { errataMessages } from '../web/i18n/messages/errata.ts';
import { linkMessages } from '../web/i18n/messages/links.ts';
import { standstillMessages } from '../web/i18n/messages/standstill.ts';
import { unsubscribeMessages } from '../web/i18n/messages/unsubscribe.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { DataTable } from '../web/parts/data-table.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { Layout, type LayoutProps } from '../web/parts/layout.tsx';
import { Pages } from '../web/parts/pagination.tsx';
import { PageHeading } from '../web/parts/section.tsx';
import { pageFrom, withParameters } from '../web/url.ts';
import { Awaiting, type AwaitingProps } from './awaiting.page.tsx';
import { deliveriesBlock } from './deliveries-block.ts';
import { type DeliveryFormsProps, MissingPanel, rowForms } from './delivery-forms.page.tsx';
import { type OwnTitles, reportName } from './report-mail.ts';
import { StandstillPanel, type StandstillPanelProps } from './standstill.page.tsx';
import type { Subscription } from './subscriptions.repository.ts';

export interface DeliveriesPageProps
  extends DeliveryFormsProps,
    StandstillPanelProps,
    Omit<AwaitingProps, 'edition' | 'url' | 'timeZone'> {
  /** What the reader has just done. */
  readonly done: 'send' | 'settle' | 'nothing' | 'approve' | 'refuse' | 'go-on' | 'again' | null;
  readonly ownTitles: OwnTitles;
  /** How many errata nobody has decided about. */
  readonly errata: number;
  /** The last row of the page before; without it, the first page. */
  readonly cursor?: string | undefined;
  /** The same of those who have stopped their subscriptions. */
  readonly stoppedCursor?: string | undefined;
  readonly assets: LayoutProps['assets'];
  readonly site: LayoutProps['site'];
  readonly signedIn: LayoutProps['signedIn'];
  /** Every period that the ledger knows, the latest first. */
  readonly periods: readonly string[];
  /** Subscriptions that their recipients have stopped. */
  readonly stopped: readonly Pick<Subscription, 'id' | 'email' | 'report' | 'stoppedAt'>[];
}

const DONE = {
  send: deliveryMessages.doneSend,
  settle: deliveryMessages.doneSettle,
  nothing: deliveryMessages.doneNothing,
  approve: deliveryMessages.doneApprove,
  refuse: deliveryMessages.doneRefuse,
  'go-on': standstillMessages.done,
  again: bounceMessages.doneAgain,
};

/** The ledger of one month: who has had the report, and why not. */
export function DeliveriesPage(props: DeliveriesPageProps): VNode {
  const { edition, url, site, assets, signedIn, turns, done } = props;
  const { t } = edition;
  const [title, lede] = [t(deliveryMessages.title), t(deliveryMessages.intro)];
  const administers = signedIn?.rights.administersAccounts === true;
  return (
    <Layout
      edition={edition}
      title={title}
      description={lede}
      url={url}
      current={administers ? 'administration' : 'reports'}
      site={site}
      cutOff={null}
      illustrative={false}
      signedIn={signedIn}
      assets={assets}
    >
      {administers && <AdministrationNav edition={edition} url={url} current="deliveries" />}
      <PageHeading title={title} lede={lede} />
      {done !== null && (
        <p class="notice" role="status">
          {t(DONE[done])}
        </p>
      )}
      <StandstillPanel {...props} />
      {props.errata > 0 && (
        <section class="missing">
          <p>
            <a href={pageFrom(url, '/deliveries/errata')}>
              {t(errataMessages.waiting, { count: props.errata })}
            </a>
          </p>
        </section>
      )}
      <MissingPanel {...props} />
      <Awaiting {...props} />
      {turns.length === 0 ? (
        <EmptyState
          edition={edition}
          title={t(deliveryMessages.none)}
          text={t(deliveryMessages.noneRemedy)}
        />
      ) : (
        <Turns {...props} />
      )}
      <p class="data-link page-actions">
        <a href={pageFrom(url, '/deliveries/subscriptions')}>{t(allSubscriptionMessages.title)}</a>{' '}
        <a href={pageFrom(url, '/deliveries/errata')}>{t(errataMessages.title)}</a>
      </p>
      <Stopped {...props} />
      <OtherMonths {...props} />
    </Layout>
  );
}

/** Deliveries on one page, and those who have stopped theirs. */
const PAGE_ROWS = 50;

function Turns(props: DeliveriesPageProps): VNode {
  const { edition, url, cursor } = props;
  const block = deliveriesBlock(edition, props);
  const shown = rowPage(block.rows, ({ key }) => key, { cursor, limit: PAGE_ROWS });
  return (
    <>
      <DataTable
        edition={edition}
        block={{ ...block, rows: shown.rows }}
        {...(props.mayAct && {
          actions: { head: edition.t(linkMessages.actions), of: ({ key }) => rowForms(props, key) },
        })}
      />
      <Pages edition={edition} url={url} shown={shown} />
    </>
  );
}

/** Who wanted no more: neither missing nor forgotten. */
function Stopped({
  edition,
  url,
  stopped,
  stoppedCursor: cursor,
  timeZone,
  ownTitles,
}: DeliveriesPageProps): VNode | null {
  if (stopped.length === 0) return null;
  const { t, f } = edition;
  const shown = rowPage(stopped, ({ id }) => id, { cursor, limit: PAGE_ROWS });
  return (
    <section class="section" aria-labelledby="stopped">
      <header>
        <h2 id="stopped">{t(unsubscribeMessages.stoppedByRecipients)}</h2>
        <p>{t(unsubscribeMessages.stoppedByRecipientsWhy)}</p>
      </header>
      <ul class="notes">
        {shown.rows.map(({ id, email, report, stoppedAt }) => (
          <li key={id}>
            {t(unsubscribeMessages.stoppedLine, {
              email,
              report: reportName(t, report, ownTitles),
              day: stoppedAt === null ? '' : f.day(dayIn(stoppedAt.getTime(), timeZone)),
            })}
          </li>
        ))}
      </ul>
      <Pages edition={edition} url={url} shown={shown} parameter="stopped" />
    </section>
  );
}

/** With how many are missing of each: it stays missing when the next month has gone out. */
function OtherMonths({
  edition: { t, f },
  url,
  period,
  periods,
  missing,
}: DeliveriesPageProps): VNode | null {
  const others = [...new Set([...periods, ...missing.keys()])]
    .filter((other) => other !== period)
    .sort(comparePeriods)
    .reverse();
  if (others.length === 0) return null;
  return (
    <nav class="other-months" aria-labelledby="other-periods">
      <h2 id="other-periods">{t(deliveryMessages.otherPeriods)}</h2>
      <ul>
        {others.map((other) => {
          const count = missing.get(other);
          const month = f.period(other);
          return (
            <li key={other}>
              <a href={withParameters(url, { period: other })}>
                {count === undefined ? month : t(deliveryMessages.monthWithMissing, { month, count })}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
