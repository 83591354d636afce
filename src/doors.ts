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
/** Whoever reads rows keeps reports and views of them, and has them sent; programs find what is shared. */
const KEEPERS = people('seesRows');
const KEPT = holders('seesRows');
/** Whoever sees figures opens what they rest on. It says itself what it was tagged with. */
const EVIDENCE = holders('seesRows');
/** Programs enter and approve by an interface of their own. */
const ENTERING = people('entersFigures');
const APPROVING = people('approvesFigures');
const ENTERING_PROGRAMS: Door = { opens: 'to-writers', right: 'entersFigures' };
const APPROVING_PROGRAMS: Door = { opens: 'to-writers', right: 'approvesFigures' };

/** The steps between a password and being signed in. */
const STEP: Door = { opens: 'to-half-way' };
const ADMINISTRATORS = people('administersAccounts');
const SENDERS = people('sendsReports');
/** They look at who is sent what, and cannot change it. */
const FOLLOWERS = people('followsDeliveries');

/** Who may come in by which route: the only list. A route that is not in it is not served. */
export const doors: Readonly<Record<string, Door>> = {
  'GET /assets/:name': UNASKED,
  'GET /brand/:name': UNASKED,
  'GET /healthz': UNASKED,
  'GET /readyz': ANYONE,
  'GET /metrics': { opens: 'to-operators' },
  'POST /internal/commands': UNASKED,
  'GET /api/v1/openapi.json': UNASKED,

  ...withData('/', TOTALS),
  ...withData('/dashboard', TOTALS),
  ...withData('/money', READERS),
  ...withData('/programs', READERS),
  'GET /programs/:code': READERS,
  ...withData('/programs/:code/history', READERS),
  ...withData('/countries', TOTALS),
  'GET /countries/:code': TOTALS,
  ...withData('/donors', READERS),
  'GET /donors/:code': READERS,
  ...withData('/indicators', TOTALS),
  'GET /indicators/:code': TOTALS,
  'GET /search': READERS,
  ...withData('/results', READERS),
  'GET /results/:id': READERS,
  ...withData('/transactions', READERS),
  'GET /narratives/:id': READERS,
  'GET /p/:what/:until': READERS,
  'GET /transactions/:id': READERS,
  ...withData('/changes', READERS),
  ...withData('/methods/agreement', READERS),
  'GET /methods': ANYONE,
  'GET /api/v1/totals': TOTALS,
  // Donors and programmes are no strangers' business: the answer refuses them.
  'GET /api/v1/suggestions': TOTALS,
  'GET /api/v1/funding': READERS,
  'GET /api/v1/results': READERS,
  'GET /api/v1/results/:id/history': READERS,
  'GET /api/v1/transactions': READERS,
  'GET /api/v1/transactions/:id/history': READERS,
  'GET /api/v1/narratives/:id/history': READERS,
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
  'GET /reports/own': KEPT,
  'POST /reports/own': KEEPERS,
  'GET /reports/own/new': KEEPERS,
  'GET /reports/own/:slug': KEPT,
  'POST /reports/own/:slug': KEEPERS,
  'GET /reports/own/:slug/change': KEEPERS,
  'POST /reports/own/:slug/copy': KEEPERS,
  'POST /reports/own/:slug/delete': KEEPERS,
  // No routes of figures alone: what somebody has put together may change while those do not.
  'GET /api/v1/reports/own/:slug.pdf': KEPT,
  'GET /api/v1/reports/own/:slug.xlsx': KEPT,
  'GET /api/v1/reports/own/:slug.csv': KEPT,
  'GET /views': KEPT,
  'POST /views': KEEPERS,
  'GET /views/new': KEEPERS,
  'GET /views/:slug': KEPT,
  'POST /views/:slug': KEEPERS,
  'POST /views/:slug/delete': KEEPERS,
  'GET /desk': ENTERING,
  'POST /desk/right': APPROVING,
  'GET /entry/table': ENTERING,
  'POST /entry/table': ENTERING,
  'GET /entry/shares': ENTERING,
  'POST /entry/shares': ENTERING,
  'GET /entry/:kind': ENTERING,
  'POST /entry/:kind': ENTERING,
  'GET /submissions/:id': ENTERING,
  'POST /submissions/:id': ENTERING,
  'POST /submissions/:id/discard': ENTERING,
  'POST /submissions/:id/take-back': ENTERING,
  'GET /imports': ENTERING,
  'POST /imports': ENTERING,
  'GET /imports/files/:file': ENTERING,
  'POST /imports/files/:file': ENTERING,
  'POST /imports/:batch/undo': APPROVING,
  'GET /large-files/:file': ENTERING,
  'POST /large-files/:file': ENTERING,
  'POST /large-files/:file/twins': ENTERING,
  'GET /large-files/:file/faults.csv': ENTERING,
  'GET /large-files/:file/content': ENTERING,
  'POST /large-files/:file/approve': APPROVING,
  'POST /large-files/:file/return': APPROVING,
  'GET /sheets/:together': ENTERING,
  'POST /sheets/:together': ENTERING,
  'POST /sheets/:together/discard': ENTERING,
  'GET /sheets/:together/faults.csv': ENTERING,
  'GET /approvals': APPROVING,
  'GET /approvals/review': APPROVING,
  'POST /approvals/review': APPROVING,
  'POST /approvals/approve': APPROVING,
  'POST /approvals/return': APPROVING,
  'GET /evidence/:id': EVIDENCE,
  'GET /results/:id/evidence': ENTERING,
  'POST /results/:id/evidence': ENTERING,
  'GET /submissions/:id/evidence': ENTERING,
  'POST /submissions/:id/evidence': ENTERING,
  'POST /evidence/:id/confirm': APPROVING,
  'POST /evidence/:id/withdraw': ENTERING,
  'GET /gaps': ENTERING,
  'GET /reminders': APPROVING,
  'POST /reminders': APPROVING,
  'GET /closed-periods': APPROVING,
  'POST /closed-periods': APPROVING,
  'POST /closed-periods/open': APPROVING,
  'GET /api/v1/submissions': ENTERING_PROGRAMS,
  'POST /api/v1/submissions': ENTERING_PROGRAMS,
  'GET /api/v1/submissions/:id': ENTERING_PROGRAMS,
  'PUT /api/v1/submissions/:id': ENTERING_PROGRAMS,
  'POST /api/v1/submissions/:id/submit': ENTERING_PROGRAMS,
  'POST /api/v1/submissions/:id/take-back': ENTERING_PROGRAMS,
  'POST /api/v1/submissions/:id/discard': ENTERING_PROGRAMS,
  'GET /api/v1/submissions/:id/evidence': ENTERING_PROGRAMS,
  'POST /api/v1/submissions/:id/evidence': ENTERING_PROGRAMS,
  'GET /api/v1/results/:id/evidence': ENTERING_PROGRAMS,
  'POST /api/v1/results/:id/evidence': ENTERING_PROGRAMS,
  'GET /api/v1/evidence': APPROVING_PROGRAMS,
  'POST /api/v1/evidence/:id/confirm': APPROVING_PROGRAMS,
  'POST /api/v1/evidence/:id/withdraw': ENTERING_PROGRAMS,
  'GET /api/v1/large-files': ENTERING_PROGRAMS,
  'POST /api/v1/large-files': ENTERING_PROGRAMS,
  'GET /api/v1/large-files/:file': ENTERING_PROGRAMS,
  'GET /api/v1/large-files/:file/faults': ENTERING_PROGRAMS,
  'POST /api/v1/large-files/:file/answers': ENTERING_PROGRAMS,
  'POST /api/v1/large-files/:file/submit': ENTERING_PROGRAMS,
  'POST /api/v1/large-files/:file/take-back': ENTERING_PROGRAMS,
  'POST /api/v1/large-files/:file/discard': ENTERING_PROGRAMS,
  'POST /api/v1/large-files/:file/approve': APPROVING_PROGRAMS,
  'POST /api/v1/large-files/:file/return': APPROVING_PROGRAMS,
  'POST /api/v1/submissions/:id/return': APPROVING_PROGRAMS,
  'GET /api/v1/approvals': APPROVING_PROGRAMS,
  'GET /api/v1/odd-values': APPROVING_PROGRAMS,
  'POST /api/v1/odd-values/:id/confirm': APPROVING_PROGRAMS,
  'GET /api/v1/reminders/:program': APPROVING_PROGRAMS,
  'POST /api/v1/reminders/:program': APPROVING_PROGRAMS,
  'POST /api/v1/approvals': APPROVING_PROGRAMS,
  'POST /api/v1/approvals/preview': APPROVING_PROGRAMS,
  'GET /api/v1/imports': APPROVING_PROGRAMS,
  'POST /api/v1/imports/:batch/undo': APPROVING_PROGRAMS,
  'GET /api/v1/closed-periods': APPROVING_PROGRAMS,
  'PUT /api/v1/closed-periods/:program': APPROVING_PROGRAMS,
  'DELETE /api/v1/closed-periods/:program': APPROVING_PROGRAMS,
  'POST /api/v1/bounces': { opens: 'to-writers', right: 'sendsReports' },
  'GET /subscriptions': KEEPERS,
  'POST /subscriptions': KEEPERS,
  'GET /subscriptions/:id': KEEPERS,
  'POST /subscriptions/:id': KEEPERS,
  'POST /subscriptions/:id/stop': KEEPERS,
  'GET /deliveries': holders('followsDeliveries'),
  'GET /deliveries/subscriptions': FOLLOWERS,
  'POST /deliveries/subscriptions': SENDERS,
  'GET /deliveries/subscriptions/:id': FOLLOWERS,
  'POST /deliveries/subscriptions/:id': SENDERS,
  'POST /deliveries/subscriptions/:id/standing': SENDERS,
  'POST /deliveries/subscriptions/:id/test': SENDERS,
  'GET /deliveries/subscriptions/groups/:id': FOLLOWERS,
  'POST /deliveries/subscriptions/groups/:id': SENDERS,
  'POST /deliveries/subscriptions/groups/:id/standing': SENDERS,
  'POST /deliveries/subscriptions/:id/again': SENDERS,
  'GET /deliveries/errata': FOLLOWERS,
  'GET /deliveries/errata/:id': FOLLOWERS,
  // Whoever lets a figure count decides who is told that it moved.
  'POST /deliveries/errata/:id/send': APPROVING,
  'POST /deliveries/errata/:id/dismiss': APPROVING,
  'POST /deliveries/errata/:id/again': APPROVING,
  'POST /deliveries/errata/:id/settle': APPROVING,
  'POST /deliveries/send': SENDERS,
  'POST /deliveries/settle': SENDERS,
  'POST /deliveries/again': SENDERS,
  'POST /deliveries/approval': APPROVING,
  'POST /deliveries/go-on': SENDERS,
  'POST /deliveries/links/:id/revoke': SENDERS,
  // The token in the address is what opens them.
  'GET /links/:token': ANYONE,
  'GET /links/:token/report.pdf': ANYONE,
  'GET /links/:token/report.xlsx': ANYONE,
  'GET /links/:token/report.csv': ANYONE,
  'GET /unsubscribe/:token': ANYONE,
  'POST /unsubscribe/:token/frequency': ANYONE,
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
  'GET /settings': ADMINISTRATORS,
  'POST /settings/organisation': ADMINISTRATORS,
  'POST /settings/logo': ADMINISTRATORS,
  'POST /settings/logo/remove': ADMINISTRATORS,
  'POST /settings/colour': ADMINISTRATORS,
  'POST /settings/errata': ADMINISTRATORS,
  'POST /settings/front': ADMINISTRATORS,
  'POST /settings/missed': ADMINISTRATORS,
  'POST /settings/domains': ADMINISTRATORS,
  'POST /settings/calendar': ADMINISTRATORS,
  'POST /settings/currency': ADMINISTRATORS,
  'POST /settings/languages': ADMINISTRATORS,
  'POST /settings/schedule': ADMINISTRATORS,
  'GET /sign-in/oidc': ANYONE,
  'GET /sign-in/oidc/callback': ANYONE,
  'GET /audit': holders('readsAudit'),
  'GET /audit.csv': holders('readsAudit'),
  'GET /audit.json': holders('readsAudit'),
};

/** Reports as files. */
export const reportRoutes: ReadonlySet<string> = new Set(
  ['pdf', 'xlsx', 'csv'].map((format) => `GET /api/v1/reports/:report.${format}`),
);

/**
 * Routes that say figures, and nothing that changes while the portfolio, its reader and the day do not: what they have
 * said once need not be made again for whoever has it.
 */
export const figureRoutes: ReadonlySet<string> = new Set([
  ...Object.keys(doors).filter((route) => doors[route] === READERS || doors[route] === TOTALS),
  'GET /methods',
  ...reportRoutes,
]);

/** A page, and the same address ending in `.csv`, `.json` or `.xlsx`. */
function withData(path: string, door: Door): Readonly<Record<string, Door>> {
  return Object.fromEntries(['', '.csv', '.json', '.xlsx'].map((ending) => [`GET ${path}${ending}`, door]));
}
