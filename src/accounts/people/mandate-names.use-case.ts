import { Injectable } from '@nestjs/common';
import { EVERYTHING } from '../../access/index.ts';
import { FiguresRepository } from '../../analytics/index.ts';
import type { Language, LocalText } from '../../core/text.ts';
import { formats } from '../../web/i18n/formats.ts';
import type { Choice, MandateChoices } from './mandate-fields.tsx';

/** What mandates can be for, in the reader's language: every organisation and programme of the portfolio. */
@Injectable()
export class MandateNames {
  constructor(private readonly portfolio: FiguresRepository) {}

  async choices(language: Language): Promise<MandateChoices> {
    const { names, figures } = await this.portfolio.open(EVERYTHING);
    const programs = await figures.programTitles();
    return {
      organisations: choicesOf(
        language,
        names.organisations.map(({ code, name }) => ({ code, text: name })),
      ),
      programs: choicesOf(
        language,
        programs.map(({ code, title }) => ({ code, text: title })),
      ),
    };
  }

  /** Names by code: codes of organisations and programmes are written differently, so none is both. */
  async of(language: Language): Promise<ReadonlyMap<string, string>> {
    return namesIn(await this.choices(language));
  }
}

export function namesIn({ organisations, programs }: MandateChoices): ReadonlyMap<string, string> {
  return new Map([...organisations, ...programs].map(({ code, label }) => [code, label]));
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
