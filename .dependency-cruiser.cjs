/** The boundaries of the code; test/architecture/boundaries.spec.ts plants a violation of each rule. */

/**
 * Who each feature may lean on: those before it. Results and narratives do not know funding, nor it them, nor do accounts, views,
 * entry and reporting know each other; settings know all.
 */
const BEFORE = {
  access: [],
  programs: ['access'],
  results: ['access', 'programs'],
  funding: ['access', 'programs'],
  narratives: ['access', 'programs', 'results'],
  analytics: ['access', 'programs', 'results', 'funding', 'narratives'],
  accounts: ['access', 'programs', 'results', 'funding', 'narratives', 'analytics'],
  views: ['access', 'programs', 'results', 'funding', 'narratives', 'analytics'],
  entry: ['access', 'programs', 'results', 'funding', 'narratives', 'analytics'],
  reporting: ['access', 'programs', 'results', 'funding', 'narratives', 'analytics'],
  delivery: ['access', 'programs', 'results', 'funding', 'narratives', 'analytics', 'accounts', 'reporting'],
};
const FEATURES = [...Object.keys(BEFORE), 'settings'];

const SPEC = '\\.spec\\.tsx?$';
/** Files that may do their one kind of I/O; `index.ts` is a feature's public face and only passes on. */
const LICENSED =
  '(\\.(table|repository|use-case|controller|job|guard|filter|pipe|command|adapter|module)\\.ts|/index\\.ts)$';
/** Where a process begins, and where the platform puts its own parts together. */
const ROOTS = '^src/(main|serve|cli|app|commands|imports|error-page|app\\.module)\\.tsx?$';
/** What Node offers without touching the world. */
const HARMLESS_BUILTINS =
  '^(node:)?(path|url|util|string_decoder|buffer|events|assert|perf_hooks|module|crypto|stream|zlib)(/|$)';

const one = (...names) => `(${names.join('|')})`;
const npm = (...names) => `^node_modules/${one(...names)}(/|$)`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one thing in two places.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'What is imported must be there, and listed in package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      comment: 'What only came along with another package may be gone with its next version.',
      from: { path: '^(src|reports)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tools-in-the-product',
      severity: 'error',
      comment: 'The product runs without devDependencies and without tests.',
      from: { path: '^(src|reports)/', pathNot: `${SPEC}|^src/client/build` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      comment: 'The product runs without its tests.',
      from: { path: '^(src|reports)/', pathNot: SPEC },
      to: { path: `^(test|bench)/|${SPEC}` },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core imports core and one decimal library: no Nest, drizzle, preact or node.',
      from: { path: '^src/core/', pathNot: SPEC },
      to: { pathNot: `^src/core/|${npm('big\\.js', '@types/big\\.js')}` },
    },
    {
      name: 'charts-draw',
      severity: 'error',
      comment: 'charts imports core and what it draws with. (world-in-licensed-files holds back node.)',
      from: { path: '^src/charts/', pathNot: SPEC },
      to: {
        pathNot: `^src/(core|charts)/|${npm('chart\\.js', 'd3-geo', 'topojson-client', 'topojson-specification', 'geojson', 'world-atlas', 'fontkit', '@fontsource', '@types/[a-z0-9-]+', 'chartjs-[a-z-]+')}|^(node:)?[a-z_/]+$`,
      },
    },
    {
      name: 'client-is-small',
      severity: 'error',
      comment: 'client imports core, charts and chart.js: it goes to the browser.',
      from: { path: '^src/client/', pathNot: `${SPEC}|\\.mjs$` },
      to: { pathNot: `^src/(core|charts|client)/|${npm('chart\\.js', 'chartjs-[a-z-]+')}` },
    },
    {
      name: 'web-is-markup',
      severity: 'error',
      comment:
        'web imports core, charts, preact and intl-messageformat; its data come as props. (world-in-licensed-files holds back node.)',
      from: { path: '^src/web/', pathNot: SPEC },
      to: {
        pathNot: `^src/(core|charts|web)/|${npm('preact', 'preact-render-to-string', 'intl-messageformat', '@formatjs')}|^(node:)?[a-z_/]+$`,
      },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'platform imports core and libraries: features come to it, never the other way.',
      from: { path: '^src/platform/', pathNot: SPEC },
      to: { path: '^(src|reports)/', pathNot: '^src/(core|platform)/' },
    },
    {
      name: 'reports-are-components',
      severity: 'error',
      comment: 'reports imports core and web: what a report says, not where it gets it.',
      from: { path: '^reports/', pathNot: SPEC },
      to: { pathNot: `^src/(core|web)/|^reports/|${npm('preact')}` },
    },
    {
      name: 'roots-are-imported-by-nobody',
      severity: 'error',
      comment: 'The composition root knows everybody, so nobody may know it.',
      from: { path: '^(src|reports)/', pathNot: `${ROOTS}|${SPEC}` },
      to: { path: ROOTS },
    },
    ...Object.entries(BEFORE).map(([feature, before]) => ({
      name: `${feature}-leans-backwards`,
      severity: 'error',
      comment: `${feature} imports ${before.join(', ') || 'no other feature'}: access < programs < results < narratives, funding < analytics < accounts, views, reporting < delivery < settings.`,
      from: { path: `^src/${feature}/`, pathNot: SPEC },
      to: { path: `^src/${one(...FEATURES)}/`, pathNot: `^src/${one(feature, ...before)}/` },
    })),
    {
      name: 'features-have-doors',
      severity: 'error',
      comment:
        'A feature imports another only through its module or its index; the cross-reader of facts reads tables.',
      from: { path: `^src/${one(...FEATURES)}/`, pathNot: `${SPEC}|^src/analytics/facts\\.repository\\.ts$` },
      to: {
        path: `^src/${one(...FEATURES)}/`,
        pathNot: '^src/$1/|\\.module\\.ts$|^src/[a-z]+/index\\.ts$',
      },
    },
    {
      name: 'tables-belong-to-their-feature',
      severity: 'error',
      comment:
        "A feature's tables are imported by that feature alone; analytics/facts.repository.ts is the one cross-reader.",
      from: {
        path: '^(src|reports)/',
        pathNot: `${SPEC}|^src/analytics/facts\\.repository\\.ts$|^src/${one(...FEATURES)}/`,
      },
      to: { path: `^src/${one(...FEATURES)}/.+\\.table\\.ts$` },
    },
    {
      name: 'sql-in-repositories',
      severity: 'error',
      comment: 'Only tables and repositories speak SQL; platform/database opens the connection.',
      from: {
        path: '^(src|reports)/',
        pathNot: `${SPEC}|\\.(table|repository)\\.ts$|^src/platform/(database/|jobs/pg-boss\\.adapter\\.ts$)`,
      },
      to: { path: npm('drizzle-orm', 'postgres', '@electric-sql') },
    },
    {
      name: 'queue-in-jobs',
      severity: 'error',
      comment: 'pg-boss stands behind JobQueue.',
      from: { path: '^(src|reports)/', pathNot: `${SPEC}|^src/platform/jobs/` },
      to: { path: npm('pg-boss') },
    },
    {
      name: 'mail-in-the-mailer',
      severity: 'error',
      comment: 'nodemailer stands behind Mailer.',
      from: { path: '^(src|reports)/', pathNot: `${SPEC}|^src/platform/mailer/` },
      to: { path: npm('nodemailer') },
    },
    {
      name: 'mailboxes-in-the-bounces',
      severity: 'error',
      comment: 'imapflow stands behind the mailbox of bounces.',
      from: {
        path: '^(src|reports)/',
        pathNot: `${SPEC}|^src/delivery/bounces/bounce-mailbox[.]adapter[.]ts$`,
      },
      to: { path: npm('imapflow') },
    },
    {
      name: 'browser-in-its-room',
      severity: 'error',
      comment: 'puppeteer stands behind platform/browser.',
      from: { path: '^(src|reports)/', pathNot: `${SPEC}|^src/platform/browser/` },
      to: { path: npm('puppeteer', 'puppeteer-core', '@sparticuz') },
    },
    {
      name: 'nest-in-licensed-files',
      severity: 'error',
      comment: 'A file without a licence in its name is pure, and so does not know the framework.',
      from: { path: `^src/${one(...FEATURES)}/`, pathNot: `${SPEC}|${LICENSED}` },
      to: { path: npm('@nestjs', 'fastify', 'rxjs'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'world-in-licensed-files',
      severity: 'error',
      comment: 'Only a file with a licence in its name touches disk, network or processes.',
      from: {
        path: '^(src|reports)/',
        pathNot: `${SPEC}|${LICENSED}|${ROOTS}|\\.mjs$|^src/platform/config/`,
      },
      to: { dependencyTypes: ['core'], pathNot: HARMLESS_BUILTINS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'programs-are-started-in-two-places',
      severity: 'error',
      comment:
        'The browser is started, and asked for its version; the lock of the folder asks who runs. Nothing that people sent is in it.',
      from: {
        path: '^(src|reports)/',
        pathNot: `${SPEC}|^src/platform/(browser/launch-browser|database/folder-lock)\\.adapter\\.ts$`,
      },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'pure-stays-pure',
      severity: 'error',
      comment: 'A file without a licence in its name does not call one that has it.',
      from: { path: `^(src/${one(...FEATURES, 'web', 'core')}|reports)/`, pathNot: `${SPEC}|${LICENSED}` },
      to: {
        path: `^(src|reports)/.+${LICENSED}`,
        pathNot: '/index\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
