import type { Door } from './access/index.ts';
import { ROLES, type Role } from './access/index.ts';

const UNASKED: Door = { opens: 'unasked' };
const ANYONE: Door = { opens: 'to-anyone' };
/** Figures: every role sees its own, people and programs alike. */
const READERS: Door = { opens: 'to-roles', roles: ROLES, tokens: true, public: false };
/** Approved totals, which the public may see where the service is set so. */
const TOTALS: Door = { ...READERS, public: true };
const readers = (...roles: readonly Role[]): Door => ({
  opens: 'to-roles',
  roles,
  tokens: true,
  public: false,
});

/** Who may come in by which route: the only list. A route that is not in it is not served. */
export const doors: Readonly<Record<string, Door>> = {
  'GET /assets/:name': UNASKED,
  'GET /healthz': UNASKED,
  'GET /readyz': ANYONE,
  'GET /metrics': ANYONE,
  'POST /internal/commands': UNASKED,
  'GET /api/v1/openapi.json': UNASKED,

  ...withData('/', TOTALS),
  ...withData('/dashboard', TOTALS),
  ...withData('/programs', READERS),
  'GET /programs/:code': READERS,
  'GET /countries/:code': TOTALS,
  'GET /donors/:code': READERS,
  ...withData('/results', READERS),
  'GET /results/:id': READERS,
  ...withData('/transactions', READERS),
  'GET /methods': ANYONE,
  'GET /api/v1/totals': TOTALS,
  'GET /api/v1/funding': READERS,
  'GET /api/v1/results': READERS,
  'GET /api/v1/transactions': READERS,
  'GET /api/v1/programs': READERS,
  'GET /api/v1/programs/:code': READERS,

  'GET /reports': readers('administrator', 'manager', 'donor'),
  'GET /api/v1/reports/:report.pdf': readers('administrator', 'manager', 'donor'),
  'GET /api/v1/reports/issues/:id.pdf': readers('administrator', 'manager', 'donor'),
  'GET /deliveries': readers('administrator', 'manager'),
};

/** A page, and the same address ending in `.csv` or `.json`. */
function withData(path: string, door: Door): Readonly<Record<string, Door>> {
  return { [`GET ${path}`]: door, [`GET ${path}.csv`]: door, [`GET ${path}.json`]: door };
}
