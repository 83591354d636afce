import { Injectable } from '@nestjs/common';
import { ScopeChoices } from '../../access/index.ts';
import type { Language } from '../../core/text.ts';
import type { MandateChoices } from './mandate-fields.tsx';

/** What mandates can be for, in the reader's language. */
@Injectable()
export class MandateNames {
  constructor(private readonly portfolio: ScopeChoices) {}

  async choices(language: Language): Promise<MandateChoices> {
    return {
      organisations: await this.portfolio.organisations(language),
      programs: await this.portfolio.programs(language),
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
