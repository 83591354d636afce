import type { Logo, Settings } from '../core/settings/settings.ts';
import type { InEachLanguage, Language } from '../core/text.ts';
import { brandFile } from './styles/brand-file.ts';
import type { Url } from './url.ts';

/** Whose service it is, as every page shows: by the settings. */
export interface Site {
  /** The organisation's. */
  readonly name: InEachLanguage<string>;
  /** The languages that are offered. */
  readonly languages: readonly Language[];
  readonly logo: ShownLogo | null;
  /** Of the organisation's colour, after ours; null: it has chosen none. */
  readonly stylesheet: Url | null;
}

/** A picture as a page or a report shows it, in CSS pixels. */
export interface ShownLogo {
  readonly src: Url;
  readonly width: number;
  readonly height: number;
}

/** Where the files of an organisation's look are: each is named by its content. */
const FILES = '/brand/';

/** CSS pixels: a line of the head holds it beside the organisation's name. */
const ON_SCREEN = { width: 200, height: 40 };

export function siteOf({ name, languages, chosen: { logo, accent } }: Settings): Site {
  return {
    name,
    languages,
    logo: logo && fitted(logo, logoAddress(logo), ON_SCREEN),
    stylesheet: accent && `${FILES}${brandFile(accent).name}`,
  };
}

/** Those that are offered, and the one that is chosen already. */
export function languagesWith({ languages }: Pick<Site, 'languages'>, chosen: Language): readonly Language[] {
  return languages.includes(chosen) ? languages : [...languages, chosen];
}

/** The address of a logo: its content never changes. */
export function logoAddress({ hash, type }: Pick<Logo, 'hash' | 'type'>): Url {
  return `${FILES}${hash}.${type === 'image/png' ? 'png' : 'svg'}`;
}

/** As large as there is room for. */
export function fitted(
  { width, height }: Pick<Logo, 'width' | 'height'>,
  src: Url,
  room: { readonly width: number; readonly height: number },
): ShownLogo {
  const scale = Math.min(room.width / width, room.height / height);
  return {
    src,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
