import type { Door } from './access/index.ts';
import type { Right } from './core/visibility/rights.ts';

const UNASKED: Door = { opens: 'unasked' };
const ANYONE: Door = { opens: 'to-anyone' };
/** For whoever holds a right (null: any role), people and programs alike. */
const holders = (right: Right | null): Extract<Door, { opens: 'to-holders' }> => ({
  opens: 'to-holders',
  right,
  tokens: true,
  public: false,
});
/** Programs do not do it for them. */
const people = (right: Right | null): Door => ({ ...holders(right), tokens: false });
/** Figures: everybody sees what its rights let through. */
const READERS: Door = holders('seesRows');
/** Approved totals, which the public may see where the service is set so. */
const TOTALS: Door = { ...holders(null), public: true };
const SIGNED_IN = people(null);

/** The steps between a password and being signed in. */
const STEP: Door = { opens: 'to-half-way' };
const ADMINISTRATORS = people('administersAccounts');
const SENDERS = people('sendsReports');

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
  ...withData('/countries', TOTALS),
  'GET /countries/:code': TOTALS,
  ...withData('/donors', READERS),
  'GET /donors/:code': READERS,
  ...withData('/indicators', TOTALS),
  'GET /search': READERS,
  ...withData('/results', READERS),
  'GET /results/:id': READERS,
  ...withData('/transactions', READERS),
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
  'GET /api/v1/download/:kind.csv': holders('downloadsTables'),

  // Templates name what the reader sees, and no more.
  'GET /files': holders('fillsFiles'),
  'GET /api/v1/templates/:kind.xlsx': holders('fillsFiles'),

  'GET /reports': holders('hasReports'),
  'POST /reports/cancel': people('hasReports'),
  'GET /api/v1/reports/:report.pdf': holders('hasReports'),
  'GET /api/v1/reports/:report.xlsx': holders('hasReports'),
  'GET /api/v1/reports/:report.csv': holders('hasReports'),
  'GET /api/v1/reports/issues/:id.pdf': holders('hasReports'),
  'GET /deliveries': holders('followsDeliveries'),
  'POST /deliveries/send': SENDERS,
  'POST /deliveries/settle': SENDERS,
  'POST /deliveries/links/:id/revoke': SENDERS,
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
  'GET /account': SIGNED_IN,
  'POST /account/details': SIGNED_IN,
  'POST /account/password': SIGNED_IN,
  'POST /account/recovery-codes': SIGNED_IN,
  'POST /account/sessions/end': SIGNED_IN,
  'POST /account/sessions/end-all': SIGNED_IN,
  'GET /account/second-factor': STEP,
  'POST /account/second-factor': STEP,
  'POST /account/second-factor/remove': SIGNED_IN,
  'POST /account/second-factor/replace': SIGNED_IN,
  'GET /users': holders('administersAccounts'),
  'POST /users': ADMINISTRATORS,
  'GET /users/:id': ADMINISTRATORS,
  'POST /users/:id': ADMINISTRATORS,
  'POST /users/:id/send-link': ADMINISTRATORS,
  'POST /users/:id/end-sessions': ADMINISTRATORS,
  'POST /users/:id/enable': ADMINISTRATORS,
  'POST /users/:id/disable': ADMINISTRATORS,
  'POST /users/:id/reset-second-factor': ADMINISTRATORS,
  'GET /tokens': holders('administersAccounts'),
  'POST /tokens': ADMINISTRATORS,
  'POST /tokens/:id/revoke': ADMINISTRATORS,
  'GET /sign-in/oidc': ANYONE,
  'GET /sign-in/oidc/callback': ANYONE,
  'GET /audit': holders('readsAudit'),
  'GET /audit.csv': holders('readsAudit'),
  'GET /audit.json': holders('readsAudit'),
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

/** A page, and the same address ending in `.csv`, `.json` or `.xlsx`. */
function withData(path: string, door: Door): Readonly<Record<string, Door>> {
  return Object.fromEntries(['', '.csv', '.json', '.xlsx'].map((ending) => [`GET ${path}${ending}`, door]));
}
