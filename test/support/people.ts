import { randomBytes } from 'node:crypto';
import type { Mandate } from '../../src/access/index.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { digestOf } from '../../src/access/principals/secrets.adapter.ts';
import { storeSession } from '../../src/access/principals/sessions.repository.ts';
import { SESSION_COOKIE } from '../../src/access/session-cookie.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** Somebody with a session as sign-in leaves it, without the way there. */
export interface SignedInPerson {
  readonly account: string;
  readonly email: string;
  /** For the `Cookie` header. */
  readonly cookie: string;
}

/** Makes an account and signs it in at `now`; half-way with a stage. */
export async function signIn(
  db: Database,
  mandate: Partial<Mandate> & Pick<Mandate, 'role'>,
  {
    stage = 'full',
    now = new Date('2017-07-01T12:00:00Z'),
    email = `${mandate.role}-${randomBytes(6).toString('hex')}@example.org`,
  }: {
    readonly stage?: 'full' | 'second-factor' | 'enrolment';
    readonly now?: Date;
    readonly email?: string;
  } = {},
): Promise<SignedInPerson> {
  const [stored] = await db
    .insert(accounts)
    .values({
      email,
      name: `A test's ${mandate.role}`,
      lang: 'en',
      role: mandate.role,
      organisations: [...(mandate.organisations ?? [])],
      programs: [...(mandate.programs ?? [])],
      createdAt: now,
    })
    .returning({ id: accounts.id });
  const account = stored?.id ?? '';
  const secret = randomBytes(32).toString('base64url');
  await storeSession(db, {
    id: digestOf(secret),
    account,
    stage,
    method: 'password',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
    userAgent: 'test',
    address: '127.0.0.1',
  });
  return { account, email, cookie: `${SESSION_COOKIE}=${secret}` };
}
