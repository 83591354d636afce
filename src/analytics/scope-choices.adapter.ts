import { Injectable } from '@nestjs/common';
import { type Choice, EVERYTHING, ScopeChoices } from '../access/index.ts';
import type { Language, LocalText } from '../core/text.ts';
import { formats } from '../web/i18n/formats.ts';
import { FactsRepository } from './facts.repository.ts';

/** What a mandate can be for: every organisation and programme of the portfolio, for administrators to choose from. */
@Injectable()
export class PortfolioChoices extends ScopeChoices {
  constructor(private readonly repository: FactsRepository) {
    super();
  }

  async organisations(language: Language): Promise<readonly Choice[]> {
    const { facts } = await this.repository.read(EVERYTHING);
    return choicesOf(
      language,
      facts.organisations.map(({ code, name }) => ({ code, text: name })),
    );
  }

  async programs(language: Language): Promise<readonly Choice[]> {
    const { facts } = await this.repository.read(EVERYTHING);
    return choicesOf(
      language,
      facts.programs.map(({ code, title }) => ({ code, text: title })),
    );
  }
}

function choicesOf(
  language: Language,
  named: readonly { readonly code: string; readonly text: LocalText }[],
): readonly Choice[] {
  const f = formats(language);
  return named
    .map(({ code, text }) => ({ code, label: f.text(text) }))
    .toSorted((a, b) => f.compare(a.label, b.label));
}
