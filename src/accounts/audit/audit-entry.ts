import type { AuditRow } from '../../access/index.ts';
import { AUTONYMS } from '../../web/i18n/locales.ts';
import type { Message } from '../../web/i18n/message.ts';
import { auditActions, auditSubjects } from '../../web/i18n/messages/audit.ts';
import { auditFields, auditValues } from '../../web/i18n/messages/audit-fields.ts';
import { choiceWords } from '../../web/i18n/messages/choices.ts';
import { kindNames } from '../../web/i18n/messages/columns.ts';
import { roleMessages } from '../../web/i18n/messages/roles.ts';
import type { Translate } from '../../web/i18n/translator.ts';

/** Longer values are cut on the page; CSV and JSON have them whole. */
const MOST_CHARACTERS = 160;

/** What an action is called; one that nobody has named shows its code. */
export function actionWords(t: Translate, action: string): string {
  const known = own<Message>(auditActions, action);
  return known === undefined ? action : t(known);
}

/** What an entry is about, and the page that shows it. */
export interface AuditSubject {
  readonly words: string;
  readonly href: string | null;
}

/**
 * The subject of an entry: of a row its table in words and its key, of anything else as it was written.
 *
 * @example subjectOf(t, { subject: 'programs NET-POL', action: 'change.made' }) // { words: 'Programme NET-POL', href: '/programs/NET-POL' }
 */
export function subjectOf(
  t: Translate,
  { subject, action }: Pick<AuditRow, 'subject' | 'action'>,
): AuditSubject | null {
  if (subject === null) return null;
  const [table = '', ...rest] = subject.replace(/^(\w+) of batch /, '$1_of_batch ').split(' ');
  const known = own<Message<{ key: string }>>(auditSubjects, table);
  if (known === undefined || rest.length === 0) return { words: cut(subject), href: null };
  const words = cut(t(known, { key: rest.join(' ') }));
  return { words, href: action === 'change.removed' ? null : pageOf(table, rest) };
}

/** Not what every object has. */
function own<T>(words: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** Pages of an administrator's about a row; what a row of a programme changes shows on the programme's page. */
function pageOf(table: string, [key = '', ...more]: readonly string[]): string | null {
  switch (table) {
    case 'accounts':
      return `/users/${encodeURIComponent(key)}`;
    case 'settings':
      return '/settings';
    case 'api_tokens':
      return '/tokens';
    case 'programs':
      return `/programs/${encodeURIComponent(key)}`;
    case 'program_organisations':
    case 'program_places':
    case 'program_pillars':
      return more.length === 1 ? `/programs/${encodeURIComponent(key)}` : null;
    default:
      return null;
  }
}

/** One thing that an entry tells: a value, or what it was before and after. Null: there was none. */
export interface AuditDetail {
  readonly name: string;
  readonly change: boolean;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The details of an entry, each by its name.
 *
 * @example detailsOf({ before: { role: 'officer' }, after: { role: 'manager' } })
 *   // [{ name: 'role', change: true, before: 'officer', after: 'manager' }]
 */
export function detailsOf({ before, after, ...others }: AuditRow['details']): readonly AuditDetail[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const change = before !== undefined && after !== undefined;
  return [
    ...names.map((name) => ({ name, change, before: written(old[name]), after: written(now[name]) })),
    ...Object.entries(others).map(([name, value]) => ({
      name,
      change: false,
      before: null,
      after: written(value),
    })),
  ].filter((detail) => detail.before !== null || detail.after !== null);
}

/** Without the row's id, which the subject names. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'id'));
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.length === 0 ? null : cut(value.join(', '));
  }
  return cut(typeof value === 'string' ? value : JSON.stringify(value));
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS).join('')}…`;
}

/** What a field of an entry is called; one that nobody has named by its name in the database. */
export function fieldWords(t: Translate, name: string): string {
  const known = own<Message>(auditFields, name);
  return known === undefined ? name : t(known);
}

/** As the database writes moments, and the code does. */
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/** Where a field of an entry stands. */
export interface AuditField {
  readonly name: string;
  /** What the entry is about, as it was written. */
  readonly subject: string | null;
}

/** Codes that say the same wherever their field stands. */
const CODES: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  ...choiceWords.subscriptions,
  role: Object.fromEntries(Object.entries(roleMessages).map(([role, { name }]) => [role, name])),
  kind: Object.fromEntries(Object.entries(kindNames).map(([kind, { many }]) => [kind, many])),
};

/** What a code means in its field: that of its table, or of any; undefined: it is none. */
function codeWords(t: Translate, { name, subject }: AuditField, value: string): string | undefined {
  const table = subject?.split(' ')[0]?.replaceAll('_', '-') ?? '';
  const words = own(own(choiceWords, table) ?? {}, name) ?? own(CODES, name);
  const known = words === undefined ? undefined : own<Message>(words, value);
  if (known !== undefined) return t(known);
  return name === 'lang' ? own<string>(AUTONYMS, value) : undefined;
}

/**
 * A value of an entry: a code by what it means, a moment by the clock of the page, and what the code says in words.
 *
 * @param momentWords as the page writes them
 */
export function valueWords(
  t: Translate,
  field: AuditField,
  value: string,
  momentWords: (at: Date) => string,
): string {
  const code = codeWords(t, field, value);
  if (code !== undefined) return code;
  const known = own<Message>(auditValues, value);
  if (known !== undefined) return t(known);
  if (!MOMENT.test(value)) return value;
  const at = new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(at.getTime()) ? value : momentWords(at);
}
