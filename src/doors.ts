import type { Door } from './access/index.ts';
import { ROLES, type Role } from './access/index.ts';

const UNASKED: Door = { opens: 'unasked' };
const ANYONE: Door = { opens: 'to-anyone' };
/** Figures: every role sees its own, people and programs alike. */
const READERS: Door = { opens: 'to-roles', roles: ROLES, tokens: true, public: false };
/** Approved totals, which the public may see where the service is set so. */
const TOTALS: Door = { ...READERS, public: true };
const readers = (...roles: readonly Role[]): Extract<Door, { opens: 'to-roles' }> => ({
  opens: 'to-roles',
  roles,
  tokens: true,
  public: false,
});
/** Programs do not do it for them. */
const people = (...roles: readonly Role[]): Door => ({ ...readers(...roles), tokens: false });

/** The steps between a password and being signed in. */
const STEP: Door = { opens: 'to-half-way' };
const ADMINISTRATORS = people('administrator');

/** Who may come in by which route: the only list. A route that is not in it is not served. */
export const doors: Readonly<Record<string, Door>> = {
  'GET /assets/:name': UNASKED,
  'GET /healthz': UNASKED,
  'GET /readyz': ANYONE,
  'GET /metrics': { opens: 'to-operators' },
  'POST /internal/commands': UNASKED,
  'GET /api/v1/openapi.json': UNASKED,

  ...withData('/', TOTALS),
  ...withData('/dashboard', TOTALS),
  ...withData('/programs', READERS),
  'GET /programs/:code': READERS,
  ...withData('/programs/:code/history', READERS),
  'GET /countries/:code': TOTALS,
  'GET /donors/:code': READERS,
  ...withData('/results', READERS),
  'GET /results.xlsx': READERS,
  'GET /results/:id': READERS,
  ...withData('/transactions', READERS),
  'GET /transactions.xlsx': READERS,
  'GET /transactions/:id': READERS,
  'GET /methods': ANYONE,
  'GET /api/v1/totals': TOTALS,
  // Donors and programmes are no strangers' business: the answer refuses them.
  'GET /api/v1/suggestions': TOTALS,
  'GET /api/v1/funding': READERS,
  'GET /api/v1/results': READERS,
  'GET /api/v1/results/:id/history': READERS,
  'GET /api/v1/transactions': READERS,
  'GET /api/v1/transactions/:id/history': READERS,
  'GET /api/v1/programs': READERS,
  'GET /api/v1/programs/:code': READERS,
  'GET /api/v1/programs/:code/history': READERS,

  // All rows, drafts too: for those who bring files in.
  'GET /api/v1/download/:kind.csv': readers('administrator'),

  // Templates name what the reader sees, and no more.
  'GET /files': readers('administrator', 'manager', 'officer'),
  'GET /api/v1/templates/:kind.xlsx': readers('administrator', 'manager', 'officer'),

  'GET /reports': readers('administrator', 'manager', 'donor'),
  'POST /reports/cancel': people('administrator', 'manager', 'donor'),
  'GET /api/v1/reports/:report.pdf': readers('administrator', 'manager', 'donor'),
  'GET /api/v1/reports/:report.xlsx': readers('administrator', 'manager', 'donor'),
  'GET /api/v1/reports/:report.csv': readers('administrator', 'manager', 'donor'),
  'GET /api/v1/reports/issues/:id.pdf': readers('administrator', 'manager', 'donor'),
  'GET /deliveries': readers('administrator', 'manager'),
  'POST /deliveries/send': ADMINISTRATORS,
  'POST /deliveries/settle': ADMINISTRATORS,
  'POST /deliveries/links/:id/revoke': ADMINISTRATORS,
  // The token in the address is what opens them.
  'GET /links/:token': ANYONE,
  'GET /links/:token/report.pdf': ANYONE,
  'GET /unsubscribe/:token': ANYONE,
  // Mail providers send it for their readers, some from a page of their own (RFC 8058).
  'POST /unsubscribe/:token': { opens: 'to-anyone', fromElsewhere: true },

  'GET /sign-in': ANYONE,
  'POST /sign-in': ANYONE,
  'GET /sign-in/second-factor': STEP,
  'POST /sign-in/second-factor': STEP,
  // Whoever is signed out already may press the button again.
  'POST /sign-out': ANYONE,
  // Each checks a code of its own.
  'GET /setup': ANYONE,
  'POST /setup': ANYONE,
  'GET /password': ANYONE,
  'POST /password': ANYONE,
  'GET /one-time/:code': ANYONE,
  'POST /one-time/:code': ANYONE,
  'GET /account': people(...ROLES),
  'POST /account/details': people(...ROLES),
  'POST /account/password': people(...ROLES),
  'POST /account/recovery-codes': people(...ROLES),
  'POST /account/sessions/end': people(...ROLES),
  'POST /account/sessions/end-all': people(...ROLES),
  'GET /account/second-factor': STEP,
  'POST /account/second-factor': STEP,
  'POST /account/second-factor/remove': people(...ROLES),
  'POST /account/second-factor/replace': people(...ROLES),
  'GET /users': readers('administrator'),
  'POST /users': ADMINISTRATORS,
  'GET /users/:id': ADMINISTRATORS,
  'POST /users/:id': ADMINISTRATORS,
  'POST /users/:id/send-link': ADMINISTRATORS,
  'POST /users/:id/end-sessions': ADMINISTRATORS,
  'POST /users/:id/enable': ADMINISTRATORS,
  'POST /users/:id/disable': ADMINISTRATORS,
  'POST /users/:id/reset-second-factor': ADMINISTRATORS,
  'GET /tokens': readers('administrator'),
  'POST /tokens': ADMINISTRATORS,
  'POST /tokens/:id/revoke': ADMINISTRATORS,
  'GET /sign-in/oidc': ANYONE,
  'GET /sign-in/oidc/callback': ANYONE,
  ...withData('/audit', readers('administrator')),
};

/**
 * Routes that say figures, and nothing that changes while the portfolio, its reader and the day do not: what they have
 * said once need not be made again for whoever has it.
 */
export const figureRoutes: ReadonlySet<string> = new Set([
  ...Object.keys(doors).filter((route) => doors[route] === READERS || doors[route] === TOTALS),
  'GET /methods',
  ...['pdf', 'xlsx', 'csv'].map((format) => `GET /api/v1/reports/:report.${format}`),
]);

/** A page, and the same address ending in `.csv` or `.json`. */
function withData(path: string, door: Door): Readonly<Record<string, Door>> {
  return { [`GET ${path}`]: door, [`GET ${path}.csv`]: door, [`GET ${path}.json`]: door };
}
