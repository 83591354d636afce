import { Injectable } from '@nestjs/common';
import { CurrentSettings, type Keeper, RoleRights, type Scope, SERVICE_ITSELF } from '../access/index.ts';
import { askedMoment, FiguresRepository, filterOf, withCodes } from '../analytics/index.ts';
import { reportPeriod } from '../core/asked-period.ts';
import type { Filter } from '../core/facts.ts';
import { SCOPES } from '../core/report/definitions.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import { dayIn } from '../core/time-zone.ts';
import { Clock } from '../platform/clock/clock.ts';
import { OwnReports } from './own/own-reports.use-case.ts';
import { ownFilter } from './own/own-view.ts';
import {
  orderFor,
  type ReportOrder,
  type ReportRequest,
  readOwnRequest,
  readRequest,
} from './report-request.ts';

/** Turns what people ask for into reports that can be made. */
@Injectable()
export class ReportOrders {
  constructor(
    private readonly portfolios: FiguresRepository,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly roles: RoleRights,
    private readonly own: OwnReports,
  ) {}

  /**
   * A request as an order that its reader may give. What it is about may be named as people type it.
   *
   * @throws DomainError `REPORT.…`, `FILTER.UNKNOWN_…`, `AS_OF.…`, `REQUEST.INVALID`
   */
  async of(keeper: Keeper, request: ReportRequest): Promise<ReportOrder> {
    return orderFor(keeper.scope, await this.read(await this.inCodes(keeper.scope, request), keeper));
  }

  /** The same of the schedule, which sends what anybody has put together. */
  ofService(request: ReportRequest): Promise<ReportOrder> {
    return this.read(request, SERVICE_ITSELF);
  }

  /**
   * What somebody would get, with all that it names checked, before a figure is asked for.
   *
   * @throws DomainError as `of`; `OWN_REPORT.GONE` (refused)
   */
  async checked(keeper: Keeper, request: ReportRequest): Promise<ReportOrder> {
    const order = await this.of(keeper, request);
    await this.filterOf(keeper.scope, order);
    return order;
  }

  /**
   * Codes are checked against all that whoever asks may know, so that a misspelt donor is told from one of whom there is
   * nothing; what a report narrows to by itself, against what it is read with.
   *
   * @throws DomainError `FILTER.UNKNOWN_…` (call), `OWN_REPORT.GONE` (refused)
   */
  async filterOf(scope: Scope, { filter, own, scope: eyes, asOf }: ReportOrder): Promise<Filter> {
    const asked = await filterOf(filter, await this.portfolios.open(scope, asOf));
    return own === null ? asked : ownFilter(own.definition, filter, await this.portfolios.open(eyes, asOf));
  }

  /** A request in which codes stand for the names that were typed: of what its reader may see, as known then. */
  private async inCodes(scope: Scope, request: ReportRequest): Promise<ReportRequest> {
    if (SCOPES.every((name) => request[name] === undefined)) return request;
    const asOf = askedMoment(request['as-of'], this.clock.now(), this.settings.now.schedule.timeZone);
    const { pillar, country, donor } = request;
    return {
      ...request,
      ...(await withCodes({ pillar, country, donor }, await this.portfolios.open(scope, asOf))),
    };
  }

  private async read(asked: ReportRequest, keeper: Keeper): Promise<ReportOrder> {
    const { schedule, fiscalMonth } = this.settings.now;
    const request = { ...asked, period: reportPeriod(asked.period, fiscalMonth).key };
    const { timeZone } = schedule;
    const { roles } = this;
    const now = this.clock.now();
    const asOf = askedMoment(request['as-of'], now, timeZone);
    const today = dayIn((asOf ?? now).getTime(), timeZone);
    const slug = ownSlugOf(request.report);
    if (slug === null) return readRequest(request, roles, today, asOf);
    const own = await this.own.find(keeper, slug);
    return readOwnRequest(request, own, { roles, reader: keeper.scope, today, fiscalMonth, asOf });
  }
}
