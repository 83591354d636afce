/**
 * Where a Postgres is, for people: without user and password.
 *
 * @example locationOf('postgres://attest:secret@db:5432/attest') // 'postgres://db:5432/attest'
 */
export function locationOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `postgres://${hostname}:${port || 5432}${pathname}`;
}
