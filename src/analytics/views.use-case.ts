import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Language } from '../core/text.ts';
import { dayIn } from '../core/time-zone.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { FactsRepository } from './facts.repository.ts';
import { apiLinks, pageLinks } from './links.ts';
import { filterOf } from './query.ts';
import { refuseMoreThanTotals } from './sight.ts';
import { makeView, type View } from './view.ts';

/** A request as parsed: its filters, the language it names, the languages its browser prefers. */
export interface Asked {
  readonly query: Parameters<typeof filterOf>[0] & { readonly lang?: Language | undefined };
  readonly acceptLanguage: string | undefined;
  /** Where figures lead: to pages, or to rows as JSON. */
  readonly links: 'page' | 'api';
}

/** Turns a request into a view of the facts that its reader may see, as of today in the reports' time zone. */
@Injectable()
export class Views {
  constructor(
    private readonly repository: FactsRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `ACCESS.TOTALS_ONLY` (forbidden), `FILTER.UNKNOWN_…`, `REQUEST.UNKNOWN_LANGUAGE` (call) */
  async make(scope: Scope, { query, acceptLanguage, links }: Asked): Promise<View> {
    refuseMoreThanTotals({ scope }, query);
    const { facts, vocabulary } = await this.repository.read(scope);
    return makeView({
      scope,
      facts,
      vocabulary,
      filter: filterOf(query, facts),
      today: dayIn(this.clock.now().getTime(), this.config.reportTimeZone),
      language: languageOf(query.lang, acceptLanguage),
      links: links === 'page' ? pageLinks('', query.lang) : apiLinks(query.lang),
    });
  }
}

function languageOf(lang: Language | undefined, acceptLanguage: string | undefined): Language {
  const language = negotiateLanguage({ lang, acceptLanguage });
  if (language !== null) return language;
  throw new DomainError('REQUEST.UNKNOWN_LANGUAGE', `There is no language "${lang}".`, { kind: 'call' });
}
