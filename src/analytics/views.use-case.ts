import { Injectable } from '@nestjs/common';
import { CurrentSettings, type Scope } from '../access/index.ts';
import type { Comparison } from '../core/asked-period.ts';
import { DomainError } from '../core/errors.ts';
import type { Language } from '../core/text.ts';
import { dayIn } from '../core/time-zone.ts';
import { refuseMoreThanTotals } from '../core/visibility/visibility.ts';
import { Clock } from '../platform/clock/clock.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import type { ChosenTime } from '../web/url.ts';
import { askedMoment, knownAt } from './as-of.ts';
import { inAskedTime, type UsualTime } from './asked-time.ts';
import { FiguresRepository } from './figures.repository.ts';
import { apiLinks, pageLinks } from './links.ts';
import { filterOf } from './query.ts';
import { withCodes } from './typed-names.ts';
import { cutOffOf, makeView, type View } from './view.ts';

/** A request as parsed: its filters, the moment as known at which it asks, the language it names, the languages its browser prefers. */
export interface Asked {
  readonly query: Parameters<typeof filterOf>[0] & {
    readonly lang?: Language | undefined;
    readonly 'as-of'?: string | undefined;
    readonly period?: string | undefined;
    readonly compare?: Comparison | undefined;
  };
  /** Which time is meant where none is asked for; otherwise everything to date. */
  readonly usual?: UsualTime | undefined;
  /** What its reader chose of time, for the pages that follow; none where the days are not the reader's choice. */
  readonly time?: ChosenTime;
  /** Whether it is to be seen as on paper: as a report (`View`). */
  readonly isReport?: boolean;
  readonly acceptLanguage: string | undefined;
  /** Where figures lead: to pages, or to rows as JSON. */
  readonly links: 'page' | 'api';
}

/** Turns a request into a view of what its reader may see, as of today in the reports' time zone or of a moment that it names. */
@Injectable()
export class Views {
  constructor(
    private readonly repository: FiguresRepository,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
  ) {}

  /** Everything in a reader's sight, for the words and the figures of a page that narrows nothing. */
  forPage(scope: Scope, language: Language): Promise<View> {
    return this.make(scope, { query: { lang: language }, acceptLanguage: undefined, links: 'page' });
  }

  /** @throws DomainError `ACCESS.TOTALS_ONLY` (forbidden), `FILTER.UNKNOWN_…`, `AS_OF.…`, `REQUEST.UNKNOWN_LANGUAGE` (call) */
  async make(
    scope: Scope,
    { query, usual, time: chosen, isReport = false, acceptLanguage, links }: Asked,
  ): Promise<View> {
    refuseMoreThanTotals({ scope }, query);
    const { name, languages, fiscalMonth, schedule } = this.settings.now;
    const { timeZone } = schedule;
    const now = this.clock.now();
    const asked = askedMoment(query['as-of'], now, timeZone);
    const { figures, names, vocabulary, changedAt } = await this.repository.open(scope, asked);
    const portfolio = { figures, names };
    const typed = await filterOf(links === 'page' ? await withCodes(query, portfolio) : query, portfolio);
    const today = dayIn((asked ?? now).getTime(), timeZone);
    const calendar = { today, fiscalMonth };
    const { filter, asked: time } = await inAskedTime(portfolio, typed, query, { usual, calendar });
    return makeView({
      scope,
      figures,
      names,
      vocabulary,
      filter,
      asked: time,
      today,
      known: {
        at: asked ?? knownAt({ changedAt, cutOff: cutOffOf(filter, today), now, timeZone }),
        asked: query['as-of'] ?? null,
        timeZone,
      },
      isReport,
      language: languageOf(query.lang, acceptLanguage, languages),
      organisation: name,
      links:
        links === 'page'
          ? pageLinks('', query.lang, query['as-of'], chosen)
          : apiLinks(query.lang, query['as-of']),
    });
  }
}

function languageOf(
  lang: Language | undefined,
  acceptLanguage: string | undefined,
  offered: readonly Language[],
): Language {
  const language = negotiateLanguage({ lang, acceptLanguage, offered });
  if (language !== null) return language;
  throw new DomainError('REQUEST.UNKNOWN_LANGUAGE', `There is no language "${lang}".`, { kind: 'call' });
}
