import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';

const FILE = join(import.meta.dirname, '../../src/access/rendered/readers.sql');

/** All by which the database holds readers to their rights, as it is after every migration. */
async function readersSql(db: Database): Promise<string> {
  const parts = await rowsOf<{ name: string; definition: string }>(
    db,
    sql`SELECT name, definition FROM (
        SELECT 1 AS part, format('policy %I on %I.%I', policyname, schemaname, tablename) AS name, qual AS definition
        FROM pg_policies WHERE schemaname IN ('public', 'kept')
        UNION ALL
        SELECT 2, format('view %I.%I', n.nspname, c.relname), pg_get_viewdef(c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'kept') AND c.relkind = 'v' AND c.relname LIKE '%\\_seen'
        UNION ALL
        SELECT 3, format('function %s', p.oid::regprocedure), p.prosrc
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
          AND (p.prosrc ~ 'reader_|attest\\.(reader|organisations|programs|sees_)' OR p.proname IN ('programs_named_to_reader', 'programs_of_several_funders', 'reader_right'))
          AND p.proname <> 'make_as_of'
        UNION ALL
        SELECT 4, format('granted to attest_reader on %s', n.nspname), string_agg(c.relname, ', ' ORDER BY c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'kept') AND c.relkind IN ('r', 'p', 'v') AND has_table_privilege('attest_reader', c.oid, 'SELECT')
        GROUP BY n.nspname
      ) AS said ORDER BY part, name COLLATE "C"`,
  );
  const head = `-- Rendered from the database after all migrations (test/security/readers-sql.spec.ts; STORE_STATEMENTS=yes writes it anew):
-- everything by which it holds readers to their rights. The rule itself is src/core/visibility.
`;
  return [head, ...parts.map(({ name, definition }) => `-- ${name}\n${definition.trim()}\n`)].join('\n');
}

eachEngine('what the database holds readers to', (engine) => {
  it('is written down whole, so that a review sees it change', async () => {
    const { db } = await engine.open();
    const rendered = await readersSql(db);
    if (process.env.STORE_STATEMENTS === 'yes') writeFileSync(FILE, rendered);
    const written = readFileSync(FILE, 'utf8');
    // Another version of Postgres sets the same in other brackets.
    const said = (text: string) => (engine.name === 'embedded' ? text : text.match(/^-- .*$/gm));
    expect(said(rendered)).toEqual(said(written));
  });
});
