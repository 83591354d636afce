import { LANGUAGES } from '../../src/core/text.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { constraintBrokenBy, insert } from '../support/constraints.ts';
import { eachEngine } from '../support/database.ts';

/** A row in a language, for each place of the database that knows which languages there are. */
const IN: Readonly<Record<string, (lang: string) => string>> = {
  accounts_lang: (lang) =>
    insert('accounts', {
      id: `'00000000-0000-4000-8000-000000000001'`,
      email: "'ana@example.org'",
      name: "'Ana'",
      lang: `'${lang}'`,
      role: "'manager'",
      created_at: 'now()',
    }),
  subscriptions_lang: (lang) =>
    insert('subscriptions', {
      id: `'00000000-0000-4000-8000-000000000001'`,
      email: "'ana@example.org'",
      name: "'Ana'",
      report: "'portfolio'",
      lang: `'${lang}'`,
      paper: "'a4'",
      since: 'now()',
    }),
  issues_lang: (lang) =>
    insert('issues', {
      report: "'portfolio'",
      period: "'2017-06'",
      lang: `'${lang}'`,
      paper: "'a4'",
      origin: "'schedule'",
      title: "'Portfolio report, June 2017'",
      headlines: "'[]'",
      cut_off: "'2017-06-30'",
      revision: '1',
      snapshot: "'{}'",
      hash: `'${'0'.repeat(64)}'`,
      pdf: "'\\x25504446'",
      pages: '4',
      created_at: 'now()',
    }),
  local_text_is_whole: (lang) =>
    insert('pillars', { code: "'a'", name: `'${JSON.stringify({ en: 'A', [lang]: 'A' })}'` }),
};

/** A code that no language has. */
const NO_LANGUAGE = 'xx';

eachEngine('the languages of the database', (engine) => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await engine.open());
  });

  it.each(Object.entries(IN))('are those of the program: %s', async (constraint, statement) => {
    for (const lang of LANGUAGES) {
      // A language that is new in the program needs a migration that lets it in.
      expect([lang, await constraintBrokenBy(db, [statement(lang)])]).toEqual([lang, null]);
    }
    expect(await constraintBrokenBy(db, [statement(NO_LANGUAGE)])).toBe(constraint);
  });
});
