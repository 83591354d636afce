import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

type Probe = readonly [file: string, code: string];

/** For each rule of .dependency-cruiser.cjs: a file that breaks it. */
const PROBES: Readonly<Record<string, Probe>> = {
  'no-cycles': ['src/core/probe-a.ts', "import { b } from './probe-b.ts';\nexport const a = () => b;"],
  'nothing-unresolved': ['src/core/probe-lost.ts', "export * from './nowhere-at-all.ts';"],
  'no-unlisted-packages': ['src/platform/probe-unlisted.ts', "import pg from 'pg';\nexport default pg;"],
  'no-tools-in-the-product': ['src/platform/probe-tool.ts', "export * from 'fast-check';"],
  'no-tests-in-the-product': ['src/platform/probe-test.ts', "export * from '../core/probe.spec.ts';"],
  'core-is-pure': ['src/core/probe-zod.ts', "import { z } from 'zod';\nexport default z;"],
  'charts-draw': ['src/charts/probe.ts', "import { h } from 'preact';\nexport default h;"],
  'client-is-small': ['src/client/probe.ts', "import { h } from 'preact';\nexport default h;"],
  'web-is-markup': ['src/web/probe.tsx', "import Big from 'big.js';\nexport default Big;"],
  'platform-knows-no-feature': [
    'src/platform/probe-feature.ts',
    "export * from '../analytics/probe-plain.ts';",
  ],
  'reports-are-components': ['reports/probe.tsx', "export * from '../src/analytics/probe-plain.ts';"],
  'roots-are-imported-by-nobody': ['src/analytics/probe-root.ts', "export * from '../commands.ts';"],
  'access-leans-backwards': ['src/access/probe.ts', "export * from '../programs/index.ts';"],
  'programs-leans-backwards': ['src/programs/probe.ts', "export * from '../results/index.ts';"],
  'results-leans-backwards': ['src/results/probe.ts', "export * from '../funding/index.ts';"],
  'funding-leans-backwards': ['src/funding/probe.ts', "export * from '../results/index.ts';"],
  'narratives-leans-backwards': ['src/narratives/probe.ts', "export * from '../funding/index.ts';"],
  'analytics-leans-backwards': ['src/analytics/probe.ts', "export * from '../reporting/index.ts';"],
  'accounts-leans-backwards': ['src/accounts/probe.ts', "export * from '../reporting/index.ts';"],
  'views-leans-backwards': ['src/views/probe.ts', "export * from '../reporting/index.ts';"],
  'entry-leans-backwards': ['src/entry/probe.ts', "export * from '../reporting/index.ts';"],
  'reporting-leans-backwards': ['src/reporting/probe.ts', "export * from '../delivery/index.ts';"],
  'delivery-leans-backwards': ['src/delivery/probe.ts', "export * from '../settings/index.ts';"],
  'features-have-doors': ['src/reporting/probe-door.ts', "export * from '../analytics/probe-plain.ts';"],
  'tables-belong-to-their-feature': [
    'reports/probe-table.ts',
    "export * from '../src/results/probe.table.ts';",
  ],
  'sql-in-repositories': ['src/reporting/probe-sql.ts', "export { sql } from 'drizzle-orm';"],
  'queue-in-jobs': ['src/platform/cli/probe-queue.ts', "export { PgBoss } from 'pg-boss';"],
  'mail-in-the-mailer': ['src/platform/cli/probe-mail.ts', "export { createTransport } from 'nodemailer';"],
  'mailboxes-in-the-bounces': ['src/delivery/probe-mailbox.ts', "export { ImapFlow } from 'imapflow';"],
  'browser-in-its-room': ['src/platform/cli/probe-browser.ts', "export { launch } from 'puppeteer';"],
  'nest-in-licensed-files': ['src/reporting/probe-nest.ts', "export { Module } from '@nestjs/common';"],
  'world-in-licensed-files': ['src/reporting/probe-world.ts', "export { readFileSync } from 'node:fs';"],
  'programs-are-started-in-two-places': [
    'src/platform/cli/probe-program.adapter.ts',
    "export { spawn } from 'node:child_process';",
  ],
  'pure-stays-pure': ['src/reporting/probe-pure.ts', "export * from './probe.repository.ts';"],
};

/** What the probes import; none of these breaks a rule. */
const TARGETS: readonly Probe[] = [
  ['src/core/probe-b.ts', "import { a } from './probe-a.ts';\nexport const b = () => a;"],
  ['src/core/probe.spec.ts', 'export {};'],
  ['src/analytics/probe-plain.ts', 'export {};'],
  ['src/results/probe.table.ts', 'export {};'],
  ['src/reporting/probe.repository.ts', 'export {};'],
  ...['programs', 'results', 'funding', 'narratives', 'reporting', 'delivery', 'settings'].map(
    (feature): Probe => [`src/${feature}/index.ts`, 'export {};'],
  ),
];

/** For each rule of scripts/lint: files that break it, and one that may. */
const LINT_PROBES: Readonly<Record<string, { refused: readonly Probe[]; allowed: Probe }>> = {
  'Take the present from Clock (platform/clock).': {
    refused: [
      ['src/reporting/probe-new-date.ts', 'export const now = new Date();'],
      ['src/platform/jobs/probe-date-now.ts', 'export const now = Date.now();'],
      ['reports/probe-new-date.ts', 'export const now = new Date();'],
    ],
    allowed: ['src/platform/clock/probe.ts', 'export const now = new Date();'],
  },
  'Take settings from Config (platform/config).': {
    refused: [
      ['src/delivery/probe-env.ts', 'export const port = process.env.PORT;'],
      ['src/probe-env.ts', "export const port = process.env['PORT'];"],
    ],
    allowed: ['src/platform/config/probe.ts', 'export const port = process.env.PORT;'],
  },
  'Take randomness as an argument.': {
    refused: [
      ['src/core/probe-random.ts', 'export const roll = Math.random();'],
      ['src/charts/probe-random.ts', 'export const id = crypto.randomUUID();'],
    ],
    allowed: ['src/platform/jobs/probe-random.ts', 'export const roll = Math.random();'],
  },
};

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'attest-boundaries-'));
  for (const name of [
    'src',
    'reports',
    'scripts/lint',
    'package.json',
    'tsconfig.json',
    'biome.json',
    '.dependency-cruiser.cjs',
  ]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const lint = Object.values(LINT_PROBES).flatMap(({ refused, allowed }) => [...refused, allowed]);
  for (const [file, code] of [...Object.values(PROBES), ...TARGETS, ...lint]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${code}\n`);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** One run over everything; each probe has its own name, so they do not hide one another. */
function inCopy<T>(tool: string, args: readonly string[]): T {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) {
    throw new Error(`${tool} said ${stdout}${stderr}`);
  }
  return JSON.parse(stdout) as T;
}

describe('boundaries between folders', () => {
  let violations: readonly { readonly rule: string; readonly from: string }[];

  beforeAll(() => {
    const result = inCopy<{ summary: { violations: { from: string; rule: { name: string } }[] } }>(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      [
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        '--preserve-symlinks',
        'src',
        'reports',
      ],
    );
    violations = result.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
  });

  it('has a probe for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'));
    expect(Object.keys(PROBES)).toEqual(forbidden.map(({ name }: { name: string }) => name));
  });

  it.each(Object.entries(PROBES).map(([rule, [from]]) => ({ rule, from })))(
    '$rule refuses $from',
    ({ rule, from }) => {
      expect(violations).toContainEqual({ rule, from });
    },
  );

  it('are kept by all that is not a probe', () => {
    const planted = new Set([...Object.values(PROBES), ...TARGETS].map(([file]) => file));
    expect(violations.filter(({ from }) => !planted.has(from))).toEqual([]);
  });

  it('leaves alone what no rule forbids', () => {
    expect(violations.filter(({ from }) => TARGETS.slice(1).some(([file]) => file === from))).toEqual([]);
  });
});

describe('what only one place may do', () => {
  let found: readonly { readonly message: string; readonly file: string }[];

  beforeAll(() => {
    const result = inCopy<{ diagnostics: { message: string; location: { path: string } }[] }>(
      '@biomejs/biome/bin/biome',
      ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '--only=plugin'],
    );
    found = result.diagnostics.map(({ message, location }) => ({ message, file: location.path }));
  });

  it.each(Object.entries(LINT_PROBES))('%s', (message, { refused, allowed }) => {
    const files = found.filter((one) => one.message === message).map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(refused.map(([file]) => file)));
    expect(files).not.toContain(allowed[0]);
  });
});
