import type { Language } from '../core/text.ts';
import { type Formats, formats } from './i18n/formats.ts';
import { type Translate, translator } from './i18n/translator.ts';

/** For whom a part is set: its language, and screen or paper. Every part takes one. */
export interface Edition {
  readonly language: Language;
  /** Paper has nothing to click, open or scroll. */
  readonly medium: 'screen' | 'print';
  readonly t: Translate;
  readonly f: Formats;
}

export function edition(language: Language, medium: Edition['medium']): Edition {
  return { language, medium, t: translator(language), f: formats(language) };
}
