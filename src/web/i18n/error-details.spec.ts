import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES } from '../../core/text.ts';
import { errorDetailsOf } from '../parts/error-page.tsx';
import { errorDetails } from './messages/error-details.ts';
import { translator } from './translator.ts';

const SRC = new URL('../../', import.meta.url).pathname;

/** What a process starts with, what the command line alone does, and rows of files, whose errors no page shows. */
const NOT_ON_PAGES = [
  /^(main|serve|imports)\.ts$|\.command\.ts$/,
  /^platform\/(backup|cli|config|database|files|mailer|seeding)\//,
  // An import is taken back on a page, too, and answered for.
  /^platform\/csv\/(?!undo\.|twin-answers\.)/,
  /^(programs|results|funding|narratives)\/|\/import-[\w-]+\.use-case\.ts$/,
  /^core\/(money|schedule|time-zone)\.ts$/,
  // Of rows, too.
  /^web\/i18n\/row-error-words\.ts$|^delivery\/(group|own-time|subscription)-rules\.ts$/,
  /^entry\/api\//,
];
const mayBeOnAPage = (file: string) => !NOT_ON_PAGES.some((room) => room.test(file));
/** Of files that do both: codes that never become a page. */
const CODES_NOT_ON_PAGES = [
  // Of `npm run send`, and of the worker.
  'DELIVERY.NOT_UNCLEAR',
  'DELIVERY.PERIOD_NOT_OVER',
  'MAIL.BROKEN_OFF',
  'MAIL.FAILED',
  'MAIL.INVALID',
  'MAIL.LATER',
  'MAIL.NO_ROOM',
  'MAIL.REFUSED',
  'MAIL.SENDER',
  'MAIL.SIGN_IN',
  'MAIL.UNCLEAR',
  'MAIL.UNREACHABLE',
  // Of workbooks that are imported.
  'FILE.BROKEN_WORKBOOK',
  'FILE.NOT_A_WORKBOOK',
  'FILE.NO_SHEET',
  'FILE.TOO_LARGE',
  'FILE.TOO_SLOW',
  // Of programs that enter: answered as problems, never as pages.
  'ACCESS.READS_ONLY',
  'ACCESS.TOKEN_ONLY',
  // Of mail servers that report.
  'BOUNCE.NO_REPORT',
  'BOUNCE.UNDER_WAY',
  // Said by /sign-in, in words of its own (messages/oidc.ts).
  'SIGN_IN.EMAIL',
  'SIGN_IN.NO_ROLE',
  'SIGN_IN.TAKEN',
];

function codesThrown(): ReadonlySet<string> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|fixtures\/|i18n\/messages\//.test(file))
    .filter(mayBeOnAPage);
  const codes = files.flatMap((file) =>
    [...readFileSync(join(SRC, file), 'utf8').matchAll(/'([A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*)'/g)].flatMap(
      ([, code]) => code ?? [],
    ),
  );
  return new Set(codes.filter((code) => !CODES_NOT_ON_PAGES.includes(code)));
}

/** What errors are thrown with: the same names as their words have. */
function argumentsOf(code: keyof typeof errorDetails): readonly string[] {
  const ast = new IntlMessageFormat(errorDetails[code].en, 'en', undefined, { ignoreTag: true }).getAst();
  return ast.flatMap((element) => ('value' in element && element.type !== 0 ? [String(element.value)] : []));
}

interface Thrown {
  readonly code: string;
  /** Names of the values that come with it. */
  readonly values: readonly string[];
}

/** Every `new DomainError('CODE', …)` of a source, and what it names. */
function thrownIn(source: string): readonly Thrown[] {
  const found: Thrown[] = [];
  visit(parseSync(source, { syntax: 'typescript', decorators: true }), (node) => {
    if (node.type !== 'NewExpression' || node.callee?.value !== 'DomainError') return;
    const [code, , options] = (node.arguments ?? []).map(({ expression }) => expression);
    if (code?.type !== 'StringLiteral') return;
    const values = propertyOf(options, 'values');
    found.push({ code: String(code.value), values: (values?.properties ?? []).map(nameOf) });
  });
  return found;
}

/** What is read of a node of the syntax tree. */
interface SyntaxNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly callee?: SyntaxNode;
  readonly arguments?: readonly { readonly expression: SyntaxNode }[] | null;
  readonly properties?: readonly SyntaxNode[];
  readonly key?: SyntaxNode;
}

function visit(node: unknown, see: (node: SyntaxNode) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) see(node as SyntaxNode);
  for (const inner of Object.values(node)) visit(inner, see);
}

function nameOf({ key, value }: SyntaxNode): string {
  return String(key?.value ?? value);
}

function propertyOf(node: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  return node?.properties?.find((each) => nameOf(each) === name)?.value as SyntaxNode | undefined;
}

describe('the words of errors', () => {
  const codes = Object.keys(errorDetails) as (keyof typeof errorDetails)[];

  it('are there for every code that a page can answer, and for no other', () => {
    expect([...codesThrown()].toSorted()).toEqual(codes.toSorted());
  });

  it('are built of no part of a code, which nobody could look up', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.spec.') && mayBeOnAPage(file),
    );
    const built = files.filter((file) => readFileSync(join(SRC, file), 'utf8').includes('new DomainError(`'));
    expect(built).toEqual([]);
  });

  it('get what they name from wherever the error is thrown', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.includes('.spec.'),
    );
    const thrown = files.flatMap((file) => thrownIn(readFileSync(join(SRC, file), 'utf8')));
    expect(thrown.length).toBeGreaterThan(50);
    const lacking = thrown.filter(({ code, values }) => {
      const needed = codes.find((each) => each === code);
      return needed !== undefined && argumentsOf(needed).some((name) => !values.includes(name));
    });
    expect(lacking).toEqual([]);
  });

  it('are said in every language with what they name', () => {
    for (const language of LANGUAGES) {
      for (const code of codes) {
        const values = Object.fromEntries(
          argumentsOf(code).map((name) => [name, name === 'minutes' ? 3 : `<${name}>`]),
        );
        const [said, ...more] = errorDetailsOf(translator(language), { status: 400, code, values });
        expect(more).toEqual([]);
        expect(said).toMatch(/[.!?]$/);
        for (const value of Object.values(values)) expect(said).toContain(String(value));
      }
    }
  });

  it('go unsaid where an error comes without what they name, so that its page stands', () => {
    const t = translator('fr');
    expect(errorDetailsOf(t, { status: 404, code: 'PROGRAM.UNKNOWN' })).toEqual([]);
    expect(errorDetailsOf(t, { status: 400, code: 'NEVER.HEARD' })).toEqual([]);
  });
});
