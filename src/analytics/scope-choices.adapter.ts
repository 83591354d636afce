import { Injectable } from '@nestjs/common';
import { type Choice, EVERYTHING, ScopeChoices } from '../access/index.ts';
import type { Language, LocalText } from '../core/text.ts';
import { formats } from '../web/i18n/formats.ts';
import { FiguresRepository } from './figures.repository.ts';

/** What a mandate can be for: every organisation and programme of the portfolio, for administrators to choose from. */
@Injectable()
export class PortfolioChoices extends ScopeChoices {
  constructor(private readonly repository: FiguresRepository) {
    super();
  }

  async organisations(language: Language): Promise<readonly Choice[]> {
    const { names } = await this.repository.open(EVERYTHING);
    return choicesOf(
      language,
      names.organisations.map(({ code, name }) => ({ code, text: name })),
    );
  }

  async programs(language: Language): Promise<readonly Choice[]> {
    const { figures } = await this.repository.open(EVERYTHING);
    const programs = await figures.programTitles();
    return choicesOf(
      language,
      programs.map(({ code, title }) => ({ code, text: title })),
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
