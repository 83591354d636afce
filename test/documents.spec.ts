import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPORTS } from '../src/core/report/definitions.ts';
import { LANGUAGES } from '../src/core/text.ts';
import { ROOT } from '../src/platform/config/root.ts';
import { methodsMessages } from '../src/web/i18n/messages/methods.ts';
import { countingRules } from '../src/web/i18n/messages/methods-rules.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const find = (...patterns: readonly string[]) =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();

const SOURCES = find('{src,reports,seeds,test,bench,scripts}/**/*.{ts,tsx}', 'drizzle/*.sql');
const PAGES = find('*.md', 'docs/**/*.md', 'seeds/*.md');
const RULES = new Set(
  [...read('docs/counting.md').matchAll(/^## (\d+)\. /gm)].map(([, number]) => Number(number)),
);

/** Every number that follows "rule" or "rules": `rule 3`, `rules 1, 3 and 11`, `rules 2–4`. */
function rulesNamed(text: string): readonly number[] {
  return [...text.matchAll(/\brules? (\d+(?:(?:, | and |–|-)\d+)*)/g)].flatMap(([, numbers = '']) =>
    numbers.split(/\D+/).map(Number),
  );
}

/** Files that a comment names by a path or by their own name: `core/schedule`, `row-identity.ts`, docs/delivery.md. */
function filesNamed(source: string): readonly string[] {
  const comments = source.match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|^--.*/gm) ?? [];
  return comments.flatMap((comment) => [
    ...[...comment.matchAll(/[\w@./-]*[\w-]\.(?:tsx?|md|sql|mjs|cjs|csv)\b/g)]
      .map(([name]) => name)
      // An address, or a name in capitals that stands for any.
      .filter((name) => !/^\/|\b[A-Z]{2}[A-Z-]*\.(?!md)/.test(name)),
    ...[...comment.matchAll(/`((?:src|core|platform|test|docs)\/[\w/.-]+)`/g)].map(([, name = '']) => name),
  ]);
}

const FILES = new Set(
  find('*', '.*.cjs', '{src,reports,seeds,test,bench,scripts,drizzle,docs,.ci}/**/*').map((file) =>
    file.replaceAll('\\', '/'),
  ),
);
const isThere = (name: string) =>
  [...FILES].some(
    (file) =>
      file === name || file.endsWith(`/${name}`) || file.startsWith(`${name}.`) || file.includes(`/${name}.`),
  );

describe('what the project says of itself', () => {
  it('has the thirteen rules of counting', () => {
    expect([...RULES]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('tells each of them on the page that says how we count', () => {
    expect(countingRules).toHaveLength(13);
    expect(methodsMessages.rules.en).toBe('The thirteen rules');
  });

  it('names no rule that is not there', () => {
    const named = [...SOURCES, ...PAGES].map((file) => [file, rulesNamed(read(file))] as const);
    expect(named.flatMap(([, numbers]) => numbers).length).toBeGreaterThan(60);
    const lost = named.flatMap(([file, numbers]) =>
      numbers.filter((number) => !RULES.has(number)).map((number) => `${file}: rule ${number}`),
    );
    expect(lost).toEqual([]);
  });

  it('names no file in a comment that is not there', () => {
    const named = SOURCES.map((file) => [file, filesNamed(read(file))] as const);
    expect(named.flatMap(([, names]) => names).length).toBeGreaterThan(40);
    const lost = named.flatMap(([file, names]) =>
      names.filter((name) => !isThere(name)).map((name) => `${file}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('links to no page or file that is not there', () => {
    const lost = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^(https?|mailto):/.test(target))
        .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(lost).toEqual([]);
  });

  it('names every language where it names what may be written', () => {
    const codes = LANGUAGES.map((language) => `\`${language}\``).join(', ');
    expect(read('README.md')).toContain(`languages are ${codes}`);
    expect(read('docs/interfaces.md')).toContain(`--lang ${LANGUAGES.join('\\|')}`);
    for (const language of LANGUAGES.filter((each) => each !== 'en'))
      expect(read('seeds/README.md')).toContain(`\`COLUMN_${language}\``);
  });

  it('names every report', () => {
    for (const report of REPORTS) {
      expect(read('README.md')).toContain(`| \`${report}\` |`);
      expect(read('docs/interfaces.md')).toContain(`\`${report}\``);
    }
  });

  it('lists the languages in one place, from which the others take them', () => {
    const lists = SOURCES.filter((file) => /'es', ?'pt'|es\|pt|en, es, pt/.test(read(file)));
    expect(lists.map((file) => file.replaceAll('\\', '/'))).toEqual([
      'drizzle/0000_types.sql',
      'drizzle/0001_tables.sql',
      'drizzle/0003_doors.sql',
      'drizzle/0011_originals.sql',
      'drizzle/0021_settings.sql',
      'src/core/text.ts',
      'test/documents.spec.ts',
    ]);
  });
});
