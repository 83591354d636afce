import type { Mandate, Role } from '../../access/index.ts';
import type { Edition } from '../../web/edition.ts';
import type { Message } from '../../web/i18n/message.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { roleMessages } from '../../web/i18n/messages/roles.ts';

/** What each role is called, and what it lets people do. */
export const ROLE_NAMES: Readonly<Record<Role, { readonly name: Message; readonly sees: Message }>> =
  roleMessages;

/** The codes that a mandate's role takes: a donor's organisations, an officer's programmes. */
export function codesOf({ role, organisations, programs }: Mandate): readonly string[] {
  if (role === 'donor') return organisations;
  return role === 'officer' ? programs : [];
}

/** For whom a mandate is, in words: the names of its codes, or that it is for all. */
export function forWhom({ t, f }: Edition, mandate: Mandate, names: ReadonlyMap<string, string>): string {
  const codes = codesOf(mandate);
  if (mandate.role === 'officer' && codes.length === 0) return t(m.noProgram);
  if (codes.length === 0) return t(m.wholePortfolio);
  return f.list(codes.map((code) => names.get(code) ?? code).toSorted(f.compare));
}
