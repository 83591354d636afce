import type { PageForm, SettingsChange } from '../access/index.ts';
import { isHex } from '../core/colour.ts';
import { DomainError } from '../core/errors.ts';
import { readMailDomains } from '../core/mail-domains.ts';
import { CURRENCIES } from '../core/money.ts';
import { oneLine } from '../core/one-line.ts';
import {
  ERRATA_WAYS,
  type ErrataWay,
  FRONTS,
  type Front,
  MISSED_ISSUES,
  type MissedIssues,
  USUAL_CURRENCY,
} from '../core/settings/settings.ts';
import { LANGUAGES, type Language, type LocalText } from '../core/text.ts';
import { describeUnseen, firstUnseen } from '../core/unseen.ts';
import { accessErrors } from '../web/i18n/messages/access-errors.ts';
import { settingsErrors } from '../web/i18n/messages/settings-errors.ts';

const MOST_NAME = 200;

/** What was typed into the forms, by name; a form without a field sends nothing of it. */
export interface TypedName {
  readonly name: string;
  readonly translations: Readonly<Record<Language, string>>;
}

export interface TypedLanguages {
  readonly offered: readonly string[];
  readonly first: string;
}

export interface TypedSchedule {
  readonly day: string;
  readonly hour: string;
  readonly timeZone: string;
}

const FIELDS: Readonly<Record<string, string>> = {
  'SETTINGS.NAME': 'name',
  'SETTINGS.NAME_MISSING': 'name',
  'NAME.INVISIBLE': 'name',
  'SETTINGS.COLOUR': 'accent',
  'SETTINGS.CURRENCY': 'reportingCurrency',
  'SETTINGS.NO_LANGUAGE': 'offered',
  'SETTINGS.FIRST_LANGUAGE': 'first',
  'SETTINGS.DAY': 'day',
  'SETTINGS.TIME_ZONE': 'timeZone',
  'SETTINGS.DOMAIN': 'mailDomains',
  'SETTINGS.DOMAINS': 'mailDomains',
  ...Object.fromEntries(
    Object.keys(settingsErrors).flatMap((code) => (code.startsWith('LOGO.') ? [[code, 'logo']] : [])),
  ),
};

/** A form of the page of settings. */
export function settingsForm(name: string): PageForm {
  return {
    name,
    words: { ...settingsErrors, 'NAME.INVISIBLE': accessErrors['NAME.INVISIBLE'] },
    fields: FIELDS,
  };
}

/** @throws DomainError `SETTINGS.NAME`, `SETTINGS.NAME_MISSING`, `NAME.INVISIBLE` (call) */
export function nameChange({ name, translations }: TypedName): SettingsChange {
  const own = lineOf(name);
  const others: LocalText = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = lineOf(translations[language]);
      return text === '' ? [] : [[language, text]];
    }),
  );
  const isTranslated = Object.keys(others).length > 0;
  if (own === '' && isTranslated) throw wrong('SETTINGS.NAME_MISSING', 'There are translations of no name.');
  return { name: own === '' ? null : own, translations: isTranslated ? others : null };
}

function lineOf(typed: string): string {
  const text = typed.trim().normalize('NFC');
  const unseen = firstUnseen(text);
  if (unseen !== null) throw wrong('NAME.INVISIBLE', `It holds ${describeUnseen(unseen)}.`);
  if (text.length <= MOST_NAME && oneLine(text) === text) return text;
  throw wrong('SETTINGS.NAME', `A name has at most ${MOST_NAME} characters, on one line.`);
}

/** @throws DomainError `SETTINGS.COLOUR` (call) */
export function colourChange(typed: string): { readonly accent: string | null } {
  const accent = typed
    .trim()
    .toLowerCase()
    .replace(/^(?=[0-9a-f]{6}$)/, '#');
  if (accent === '') return { accent: null };
  if (!isHex(accent)) throw wrong('SETTINGS.COLOUR', 'That is no colour.');
  return { accent };
}

/** The usual one holds where none is chosen. @throws DomainError `SETTINGS.CURRENCY` (call) */
export function currencyChange(typed: string): Required<Pick<SettingsChange, 'reportingCurrency'>> {
  if (!CURRENCIES.includes(typed))
    throw wrong('SETTINGS.CURRENCY', `"${oneLine(typed, 20)}" is not a currency.`);
  return { reportingCurrency: typed === USUAL_CURRENCY ? null : typed };
}

/** The first of them holds where none is chosen. */
export function frontChange(front: Front): Required<Pick<SettingsChange, 'front'>> {
  return { front: front === FRONTS[0] ? null : front };
}

/** The first of them holds where none is chosen. */
export function errataChange(way: ErrataWay): Required<Pick<SettingsChange, 'errata'>> {
  return { errata: way === ERRATA_WAYS[0] ? null : way };
}

/** The same of issues that fell due while nothing ran. */
export function missedChange(missedIssues: MissedIssues): Required<Pick<SettingsChange, 'missedIssues'>> {
  return { missedIssues: missedIssues === MISSED_ISSUES[0] ? null : missedIssues };
}

/** Without any, reports may be sent to whatever address. @throws DomainError `SETTINGS.DOMAIN`, `SETTINGS.DOMAINS` (call) */
export function domainsChange(typed: string): Required<Pick<SettingsChange, 'mailDomains'>> {
  return { mailDomains: readMailDomains(typed) };
}

/** The first is put first; all four with English first is what holds by default. @throws DomainError `SETTINGS.…` (call) */
export function languagesChange({ offered, first }: TypedLanguages): SettingsChange {
  const languages = LANGUAGES.filter((language) => offered.includes(language));
  if (languages.length === 0) throw wrong('SETTINGS.NO_LANGUAGE', 'No language was chosen.');
  const begins = languages.find((language) => language === first);
  if (begins === undefined) throw wrong('SETTINGS.FIRST_LANGUAGE', 'The first language is not offered.');
  const ordered = [begins, ...languages.filter((language) => language !== begins)];
  return { languages: ordered.join() === LANGUAGES.join() ? null : ordered };
}

/** @throws DomainError `SETTINGS.DAY`, `SETTINGS.TIME_ZONE` (call) */
export function scheduleChange(
  { day, hour, timeZone }: TypedSchedule,
  zones: readonly string[],
): Required<Pick<SettingsChange, 'reportDay' | 'reportHour' | 'timeZone'>> {
  const typed = day.trim();
  if (typed !== '' && !/^(0?[1-9]|1\d|2[0-8])$/.test(typed))
    throw wrong('SETTINGS.DAY', `A report cannot be due on day "${oneLine(typed, 20)}".`);
  if (timeZone !== '' && !zones.includes(timeZone))
    throw wrong('SETTINGS.TIME_ZONE', `"${oneLine(timeZone, 40)}" is no time zone.`);
  return {
    reportDay: typed === '' ? null : Number(typed),
    reportHour: hour === '' ? null : Number(hour),
    timeZone: timeZone === '' ? null : timeZone,
  };
}

function wrong(code: string, message: string): DomainError {
  return new DomainError(code, message, { kind: 'call' });
}
