import type { VNode } from 'preact';
import { HOME_ORGANISATION } from '../core/organisation.ts';
import type { Edition } from '../web/edition.ts';
import { linkMessages } from '../web/i18n/messages/links.ts';
import { deliveryMessages } from '../web/i18n/messages/mail.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { DataTable, type RowActions } from '../web/parts/data-table.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { Layout, type LayoutProps } from '../web/parts/layout.tsx';
import { PageHeading } from '../web/parts/section.tsx';
import { pageFrom, type Url, withParameters } from '../web/url.ts';
import { deliveriesBlock, isRevocable, linkOf, type SentLink } from './deliveries-block.ts';
import type { Delivery } from './delivery.ts';

export interface DeliveriesPageProps {
  readonly edition: Edition;
  /** The address of this page, with its query. */
  readonly url: Url;
  readonly assets: LayoutProps['assets'];
  readonly signedIn: LayoutProps['signedIn'];
  readonly timeZone: string;
  /** What is shown of which period. */
  readonly period: string;
  readonly turns: readonly Delivery[];
  /** Of the e-mails, by subscription. */
  readonly links: ReadonlyMap<string, SentLink>;
  readonly now: Date;
  /** The reader may end links. */
  readonly mayRevoke: boolean;
  /** Every period that the ledger knows, the latest first. */
  readonly periods: readonly string[];
}

/** The ledger of one month: who has had the report, and why not. */
export function DeliveriesPage(props: DeliveriesPageProps): VNode {
  const { edition, url, assets, signedIn, period, turns, periods } = props;
  const { t, f } = edition;
  const [title, lede] = [t(deliveryMessages.title), t(deliveryMessages.intro)];
  const administers = signedIn?.role === 'administrator';
  const others = periods.filter((other) => other !== period);
  return (
    <Layout
      edition={edition}
      title={title}
      description={lede}
      url={url}
      current={administers ? 'administration' : 'reports'}
      organisation={f.text(HOME_ORGANISATION)}
      cutOff={null}
      illustrative={false}
      signedIn={signedIn}
      assets={assets}
    >
      {administers && <AdministrationNav edition={edition} url={url} current="deliveries" />}
      <PageHeading title={title} lede={lede} />
      {turns.length === 0 ? (
        <EmptyState
          edition={edition}
          title={t(deliveryMessages.none)}
          text={t(deliveryMessages.noneRemedy)}
        />
      ) : (
        <DataTable
          edition={edition}
          block={deliveriesBlock(edition, props)}
          {...(props.mayRevoke && { actions: revoking(props) })}
        />
      )}
      {others.length > 0 && (
        <nav aria-labelledby="other-periods">
          <h2 id="other-periods">{t(deliveryMessages.otherPeriods)}</h2>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <a href={withParameters(url, { period: other })}>{f.period(other)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Layout>
  );
}

/** A button for each link that still opens its report. */
function revoking({ edition: { t }, url, period, turns, links, now }: DeliveriesPageProps): RowActions {
  const bySubscription = new Map(turns.map((turn) => [turn.subscription, turn]));
  return {
    head: t(linkMessages.actions),
    of: ({ key }) => {
      const turn = bySubscription.get(key);
      const link = turn && linkOf(turn, links);
      if (!turn || !link || !isRevocable(turn, link, now)) return null;
      const action = withParameters(pageFrom(url, `/deliveries/links/${link.id}/revoke`), { period });
      return (
        <form method="post" action={action}>
          <button
            class="text-button"
            type="submit"
            aria-label={t(linkMessages.revokeOf, { recipient: turn.recipient })}
          >
            {t(linkMessages.revoke)}
          </button>
        </form>
      );
    },
  };
}
