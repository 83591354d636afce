import { HOME_ORGANISATION } from '../organisation.ts';
import type { MonthlySchedule } from '../schedule.ts';
import { type InEachLanguage, inEachLanguage, LANGUAGES, type Language, type LocalText } from '../text.ts';
import { isTimeZone } from '../time-zone.ts';

/** A picture that is kept under the hash of its content. */
export interface Logo {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly type: LogoType;
  /** Pixels, or units of an SVG: their ratio is what counts. */
  readonly width: number;
  readonly height: number;
}

export const LOGO_TYPES = ['image/png', 'image/svg+xml'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** What a report begins with: its head above the first figures, or a sheet of its own before them. */
export const FRONTS = ['masthead', 'cover'] as const;
export type Front = (typeof FRONTS)[number];

/** What becomes of an erratum: it is proposed to whoever approves figures, or sent by itself. */
export const ERRATA_WAYS = ['proposed', 'sent'] as const;
export type ErrataWay = (typeof ERRATA_WAYS)[number];

/** Of issues that fell due while nothing ran: the last of each kind goes out and older ones wait for a person, or all go out. */
export const MISSED_ISSUES = ['last', 'all'] as const;
export type MissedIssues = (typeof MISSED_ISSUES)[number];

/** What an administrator has chosen; null: nothing, so that it is as the environment has it, or by default. */
export interface ChosenSettings {
  readonly name: string | null;
  /** What it is called in languages in which it is called otherwise. */
  readonly translations: LocalText | null;
  readonly logo: Logo | null;
  /** `#rrggbb`, in lower case, as it was chosen: pages show shades of it that can be read (`brand.ts`). */
  readonly accent: string | null;
  readonly fiscalMonth: number | null;
  /** ISO 4217 code; it is chosen before there is money, and stays. */
  readonly reportingCurrency: string | null;
  /** The first is for whoever says nothing. */
  readonly languages: readonly Language[] | null;
  readonly reportDay: number | null;
  readonly reportHour: number | null;
  readonly timeZone: string | null;
  /** When the three of them were last changed. */
  readonly scheduleSince: Date | null;
  readonly front: Front | null;
  readonly errata: ErrataWay | null;
  readonly missedIssues: MissedIssues | null;
  /** As `core/mail-domains.ts` reads them. */
  readonly mailDomains: readonly string[] | null;
}

export const NOTHING_CHOSEN: ChosenSettings = {
  name: null,
  translations: null,
  logo: null,
  accent: null,
  fiscalMonth: null,
  reportingCurrency: null,
  languages: null,
  reportDay: null,
  reportHour: null,
  timeZone: null,
  scheduleSince: null,
  front: null,
  errata: null,
  missedIssues: null,
  mailDomains: null,
};

/** What the organisation has set, with the default for all that it has not. */
export interface Settings {
  /** Equal stamps are equal settings. */
  readonly stamp: string;
  readonly chosen: ChosenSettings;
  /** The organisation's. */
  readonly name: InEachLanguage<string>;
  /** At least one; the first is for whoever says nothing. */
  readonly languages: readonly Language[];
  /** The month, 1 to 12, with which the fiscal year begins. */
  readonly fiscalMonth: number;
  /** ISO 4217 code of the currency in which totals are given (rule 7). */
  readonly reportingCurrency: string;
  /** When the report of a month goes out, and in which time zone days end. */
  readonly schedule: MonthlySchedule;
  readonly front: Front;
  readonly errata: ErrataWay;
  readonly missedIssues: MissedIssues;
  /** To which reports may be sent; null: to any. */
  readonly mailDomains: readonly string[] | null;
}

/** What the environment says of the same. */
export interface SettingDefaults {
  readonly fiscalMonth: number;
  readonly reportTimeZone: string;
}

/** In which totals are given, unless somebody chooses otherwise. */
export const USUAL_CURRENCY = 'USD';

/**
 * Unless somebody chooses otherwise: the first of the month, when the month before is over; at six, so that the report is
 * there before work begins, and a mail server that is being mended has two hours.
 */
export const USUAL_SCHEDULE = { dayOfMonth: 1, hour: 6 } as const;

/** What was chosen, and what holds where nothing was. */
export function settingsOf(chosen: ChosenSettings, defaults: SettingDefaults, stamp = ''): Settings {
  const { timeZone } = chosen;
  return {
    stamp,
    chosen,
    name: nameOf(chosen),
    languages: chosen.languages ?? LANGUAGES,
    fiscalMonth: chosen.fiscalMonth ?? defaults.fiscalMonth,
    reportingCurrency: chosen.reportingCurrency ?? USUAL_CURRENCY,
    schedule: {
      dayOfMonth: chosen.reportDay ?? USUAL_SCHEDULE.dayOfMonth,
      hour: chosen.reportHour ?? USUAL_SCHEDULE.hour,
      // A backup may come from a machine that knows another list of them.
      timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : defaults.reportTimeZone,
    },
    front: chosen.front ?? FRONTS[0],
    errata: chosen.errata ?? ERRATA_WAYS[0],
    missedIssues: chosen.missedIssues ?? MISSED_ISSUES[0],
    mailDomains: chosen.mailDomains,
  };
}

/** Who sends e-mails, as somebody reads who is written to in that language; null: as the environment says. */
export function senderName({ chosen, name }: Settings, language: Language): string | null {
  return chosen.name === null ? null : name[language];
}

function nameOf({ name, translations }: ChosenSettings): InEachLanguage<string> {
  return name === null ? HOME_ORGANISATION : inEachLanguage((language) => translations?.[language] ?? name);
}
