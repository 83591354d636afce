/** Long enough for every page with all its filters. */
const LONGEST = 2000;

/**
 * Where to go after signing in: a path of ours, whatever an address asks for. Browsers read `//` and `/\` as another
 * host, and skip tabs and line breaks on the way there.
 *
 * @example safeNext('//evil.example') // '/'
 */
export function safeNext(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return '/';
  if (!/^\/(?![/\\])/.test(asked) || /[\p{Cc}\\]/u.test(asked)) return '/';
  const own = new URL('http://service.invalid');
  const url = URL.canParse(asked, own) ? new URL(asked, own) : own;
  return url.origin === own.origin && !url.pathname.startsWith('//') ? asked : '/';
}

/**
 * The address of a step of signing in that remembers where to go.
 *
 * @example withNext('/sign-in', '/reports?lang=es') // '/sign-in?next=%2Freports%3Flang%3Des'
 */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?${new URLSearchParams({ next })}`;
}
