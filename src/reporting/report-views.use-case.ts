import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings, type Scope } from '../access/index.ts';
import {
  FiguresRepository,
  knownAt,
  type Links,
  makeView,
  noLinks,
  pageLinks,
  type View,
} from '../analytics/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { isLoopback } from '../platform/config/loopback.ts';
import { ownAddress } from '../platform/config/own-address.ts';
import { ReportOrders } from './report-orders.use-case.ts';
import type { ReportOrder } from './report-request.ts';

/** The looks at the portfolio that reports are made of. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly portfolios: FiguresRepository,
    private readonly orders: ReportOrders,
    private readonly settings: CurrentSettings,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What the figures of an order are read from.
   *
   * @param scope of whoever asks, by which the codes of the order are checked
   * @throws DomainError `FILTER.UNKNOWN_…` (call), `OWN_REPORT.GONE` (refused), `AS_OF.…` (call)
   */
  async open(scope: Scope, order: ReportOrder): Promise<View> {
    const { asOf, cutOff, own } = order;
    const filter = await this.orders.filterOf(scope, order);
    const { figures, names, vocabulary, changedAt } = await this.portfolios.open(order.scope, asOf);
    const { name, schedule } = this.settings.now;
    const { timeZone } = schedule;
    return makeView({
      scope: order.scope,
      figures,
      names,
      vocabulary,
      filter: { ...filter, ...own?.window },
      today: cutOff,
      known: {
        at: asOf ?? knownAt({ changedAt, cutOff, now: this.clock.now(), timeZone }),
        asked: asOf?.toISOString() ?? null,
        timeZone,
      },
      language: order.language,
      organisation: name,
      links: this.linksIn(order),
      isReport: true,
      // One of somebody's own is about its days alone; ours are to date, and say what is new in their period.
      ...(own === null && { period: order.period }),
    });
  }

  private linksIn({ language, asOf }: ReportOrder): Links {
    const address = ownAddress(this.config);
    if (address === null) return noLinks;
    const links = pageLinks(address, language, asOf?.toISOString());
    // An address of this machine alone leads whoever reads the paper elsewhere to nothing.
    return isOnlyHere(address) ? { ...links, proof: noLinks.proof } : links;
  }
}

function isOnlyHere(address: string): boolean {
  return isLoopback(new URL(address).hostname.replace(/^\[|\]$/g, ''));
}
