/**
 * Who may come in by which route, written down a second time and on purpose not read from src/doors.ts: the two must
 * agree. `A` administrator, `M` manager, `O` officer, `D` donor. In lower case: people only, no token.
 * `anyone`, `unasked`: open to all. `operators`: this machine, and administrators. `half-way`: whoever has given a
 * password. `+public`: strangers too, where the service is set so.
 */
export const RULES: Readonly<Record<string, string>> = {
  'GET /': 'AMOD+public',
  'GET /.csv': 'AMOD+public',
  'GET /.json': 'AMOD+public',
  'GET /dashboard': 'AMOD+public',
  'GET /dashboard.csv': 'AMOD+public',
  'GET /dashboard.json': 'AMOD+public',
  'GET /countries': 'AMOD+public',
  'GET /countries.csv': 'AMOD+public',
  'GET /countries.json': 'AMOD+public',
  'GET /countries/:code': 'AMOD+public',
  'GET /indicators': 'AMOD+public',
  'GET /indicators.csv': 'AMOD+public',
  'GET /indicators.json': 'AMOD+public',
  'GET /api/v1/totals': 'AMOD+public',
  'GET /api/v1/suggestions': 'AMOD+public',
  'GET /programs': 'AMOD',
  'GET /programs.csv': 'AMOD',
  'GET /programs.json': 'AMOD',
  'GET /programs/:code': 'AMOD',
  'GET /programs/:code/history': 'AMOD',
  'GET /programs/:code/history.csv': 'AMOD',
  'GET /programs/:code/history.json': 'AMOD',
  'GET /donors': 'AMOD',
  'GET /donors.csv': 'AMOD',
  'GET /donors.json': 'AMOD',
  'GET /donors/:code': 'AMOD',
  'GET /search': 'AMOD',
  'GET /results': 'AMOD',
  'GET /results.csv': 'AMOD',
  'GET /results.json': 'AMOD',
  'GET /results.xlsx': 'AMOD',
  'GET /results/:id': 'AMOD',
  'GET /api/v1/results/:id/history': 'AMOD',
  'GET /transactions': 'AMOD',
  'GET /transactions.csv': 'AMOD',
  'GET /transactions.json': 'AMOD',
  'GET /transactions.xlsx': 'AMOD',
  'GET /transactions/:id': 'AMOD',
  'GET /api/v1/funding': 'AMOD',
  'GET /api/v1/results': 'AMOD',
  'GET /api/v1/transactions': 'AMOD',
  'GET /api/v1/transactions/:id/history': 'AMOD',
  'GET /api/v1/programs': 'AMOD',
  'GET /api/v1/programs/:code': 'AMOD',
  'GET /api/v1/programs/:code/history': 'AMOD',
  'GET /api/v1/download/:kind.csv': 'A',
  'GET /files': 'AMO',
  'GET /api/v1/templates/:kind.xlsx': 'AMO',
  'GET /reports': 'AMD',
  'POST /reports/cancel': 'amd',
  'GET /api/v1/reports/:report.pdf': 'AMD',
  'GET /api/v1/reports/:report.xlsx': 'AMD',
  'GET /api/v1/reports/:report.csv': 'AMD',
  'GET /api/v1/reports/issues/:id.pdf': 'AMD',
  'GET /deliveries': 'AM',
  'POST /deliveries/send': 'a',
  'POST /deliveries/settle': 'a',
  'POST /deliveries/links/:id/revoke': 'a',
  'GET /methods': 'anyone',
  'GET /api/v1/openapi.json': 'unasked',
  'GET /assets/:name': 'unasked',
  'GET /healthz': 'unasked',
  'GET /readyz': 'anyone',
  'GET /metrics': 'operators',
  'POST /internal/commands': 'unasked',
  'GET /links/:token': 'anyone',
  'GET /links/:token/report.pdf': 'anyone',
  'GET /unsubscribe/:token': 'anyone',
  // From pages of other sites too: its token says all that counts.
  'POST /unsubscribe/:token': 'anyone',

  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/oidc': 'anyone',
  'GET /sign-in/oidc/callback': 'anyone',
  'GET /sign-in/second-factor': 'half-way',
  'POST /sign-in/second-factor': 'half-way',
  'POST /sign-out': 'anyone',
  'GET /setup': 'anyone',
  'POST /setup': 'anyone',
  'GET /password': 'anyone',
  'POST /password': 'anyone',
  'GET /one-time/:code': 'anyone',
  'POST /one-time/:code': 'anyone',
  'GET /account': 'amod',
  'POST /account/details': 'amod',
  'POST /account/password': 'amod',
  'POST /account/sessions/end': 'amod',
  'POST /account/sessions/end-all': 'amod',
  'GET /account/second-factor': 'half-way',
  'POST /account/second-factor': 'half-way',
  'POST /account/second-factor/remove': 'amod',
  'POST /account/second-factor/replace': 'amod',
  'POST /account/recovery-codes': 'amod',
  'GET /users': 'A',
  'POST /users': 'a',
  'GET /users/:id': 'a',
  'POST /users/:id': 'a',
  'POST /users/:id/disable': 'a',
  'POST /users/:id/enable': 'a',
  'POST /users/:id/send-link': 'a',
  'POST /users/:id/end-sessions': 'a',
  'POST /users/:id/reset-second-factor': 'a',
  'GET /tokens': 'A',
  'POST /tokens': 'a',
  'POST /tokens/:id/revoke': 'a',
  'GET /audit': 'A',
  'GET /audit.csv': 'A',
  'GET /audit.json': 'A',
};

const LETTERS = { A: 'administrator', M: 'manager', O: 'officer', D: 'donor' } as const;

export interface Rule {
  readonly roles: readonly string[];
  readonly tokens: boolean;
  readonly public: boolean;
}

/** Of a rule that names roles; null for one that says something else. */
export function rolesOf(rule: string): Rule | null {
  const [letters = '', more] = rule.split('+');
  if (!/^[AMOD]+$/i.test(letters)) return null;
  const roles = [...letters].map((letter) => LETTERS[letter.toUpperCase() as keyof typeof LETTERS]);
  return { roles, tokens: letters === letters.toUpperCase(), public: more === 'public' };
}
