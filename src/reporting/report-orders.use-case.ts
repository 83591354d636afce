import { Inject, Injectable } from '@nestjs/common';
import {
  CurrentSettings,
  EVERYTHING,
  findAccount,
  type Keeper,
  RoleRights,
  type Scope,
  SERVICE_ITSELF,
  scopeKey,
} from '../access/index.ts';
import { askedMoment, FiguresRepository, filterOf, withCodes } from '../analytics/index.ts';
import { reportPeriod } from '../core/asked-period.ts';
import { DomainError } from '../core/errors.ts';
import type { Filter } from '../core/facts.ts';
import { SCOPES } from '../core/report/definitions.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import { dayIn } from '../core/time-zone.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import type { OwnReportRow } from './own/own-reports.repository.ts';
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
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /**
   * A request as an order that its reader may give. What it is about may be named as people type it.
   *
   * @throws DomainError `REPORT.…`, `FILTER.UNKNOWN_…`, `AS_OF.…`, `REQUEST.INVALID`
   */
  async of(keeper: Keeper, request: ReportRequest): Promise<ReportOrder> {
    return orderFor(keeper.scope, await this.read(await this.inCodes(keeper.scope, request), keeper));
  }

  /**
   * The same of the schedule, which sends what anybody has put together.
   *
   * @throws DomainError as `of`; `OWN_REPORT.NOT_SENT` (refused) where whoever alone has a report may not sign in any more
   */
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
   * What somebody would have sent every month: read by the schedule with the eyes of whoever asks, or not sent.
   *
   * @throws DomainError as `checked`; `OWN_REPORT.NOT_SENT` (refused)
   */
  async sent(keeper: Keeper, request: ReportRequest): Promise<ReportOrder> {
    const order = await this.checked(keeper, request);
    const { scope } = await this.ofService({ ...request, ...order.filter });
    if (scopeKey(scope) === scopeKey(order.scope)) return order;
    throw notSent('What is sent of it is read with other eyes than those of whoever asks.');
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
    const reader = keeper === SERVICE_ITSELF ? await this.eyesOfSchedule(own) : keeper.scope;
    return readOwnRequest(request, own, { roles, reader, today, fiscalMonth, asOf });
  }

  /**
   * With whose eyes the schedule reads what somebody has put together, where it is of no donor: with the holder's where
   * nobody else finds it, and the holder has none of the reports on everything. What the mandate names when it is made holds.
   */
  private async eyesOfSchedule({ holder, shared }: OwnReportRow): Promise<Scope> {
    const account = await findAccount(this.db, holder);
    if (shared || account === null) return EVERYTHING;
    const scope = this.roles.scopeOf(account);
    if (scope.rights.hasReports !== 'none') return EVERYTHING;
    if (account.disabledAt === null) return scope;
    throw notSent(`The account of ${account.email}, who alone has it, is disabled.`);
  }
}

function notSent(why: string): DomainError {
  return new DomainError('OWN_REPORT.NOT_SENT', `This report is not sent: ${why}`, {
    kind: 'refused',
    remedy: 'Keep a copy of it, and have that one sent.',
  });
}
