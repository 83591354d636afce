import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import type { Mandate } from '../../../src/access/index.ts';
import { Identify } from '../../../src/access/principals/identify.use-case.ts';
import { OneTimeCodes } from '../../../src/accounts/index.ts';
import { Accounts } from '../../../src/accounts/people/accounts.use-case.ts';
import { OwnSecondFactor } from '../../../src/accounts/second-factor/own-second-factor.use-case.ts';
import { SignIn } from '../../../src/accounts/sign-in/sign-in.use-case.ts';
import { importKinds } from '../../../src/imports.ts';
import { ROOT } from '../../../src/platform/config/root.ts';
import { seedIfUntouched } from '../../../src/platform/seeding/seed.use-case.ts';
import { startApp, type TestApp, type TestAppOptions, testClock } from '../../support/app.ts';
import { COMMAND, codeOf, HERE, PASSWORD } from './access.fixture.ts';

const COOKIE = '__Host-attest';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The whole service, and people who use its pages with a browser of their own. */
export class PagesWorld {
  private constructor(
    readonly app: TestApp,
    private readonly time: { now: Date },
  ) {}

  static async start(options: Omit<TestAppOptions, 'clock'> = {}): Promise<PagesWorld> {
    const time = { now: testClock.now() };
    const app = await startApp({ ...options, clock: { now: () => time.now } });
    await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), time.now);
    return new PagesWorld(app, time);
  }

  /** Codes of a second factor are taken once, so that time must go on between two of them. */
  later(minutes: number): void {
    this.time.now = new Date(this.time.now.getTime() + minutes * 60_000);
  }

  /** Somebody who has chosen a password. @returns the account's id */
  async member(email: string, mandate: Partial<Mandate> & Pick<Mandate, 'role'>): Promise<string> {
    const { id, link } = await this.app.nest.get(Accounts).invite(COMMAND, {
      email,
      name: 'Ana Lima',
      lang: 'es',
      mandate: { organisations: [], programs: [], ...mandate },
      mail: false,
    });
    await this.app.nest.get(OneTimeCodes).redeem(codeOf(link), PASSWORD, HERE);
    return id;
  }

  /** Signed in with a password alone. */
  async signedIn(email: string): Promise<Visit> {
    const { cookie } = await this.app.nest.get(SignIn).withPassword(email, PASSWORD, HERE);
    return new Visit(this.app, cookie);
  }

  /** An administrator with a second factor, signed in. */
  async administrator(email: string): Promise<Visit & { readonly id: string; readonly secret: string }> {
    const id = await this.member(email, { role: 'administrator' });
    const { cookie } = await this.app.nest.get(SignIn).withPassword(email, PASSWORD, HERE);
    const halfWay = await this.app.nest.get(Identify).visitor(undefined, cookie);
    if (halfWay.kind !== 'half-way') throw new Error(`Not half way: ${halfWay.kind}`);
    const factor = this.app.nest.get(OwnSecondFactor);
    const { secret } = await factor.beginEnrolment(halfWay);
    const { opened } = await factor.confirmEnrolment(halfWay, { code: this.totp(secret) }, HERE);
    this.later(1);
    return Object.assign(new Visit(this.app, opened.cookie), { id, secret });
  }

  stranger(): Visit {
    return new Visit(this.app, null);
  }

  totp(key: string): string {
    const secret = Secret.fromBase32(key.replaceAll(' ', ''));
    return new TOTP({ secret }).generate({ timestamp: this.time.now.getTime() });
  }
}

/** A browser that keeps its cookie, as inject has none. */
export class Visit {
  constructor(
    private readonly app: TestApp,
    public cookie: string | null,
  ) {}

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> {
    return this.send('GET', url, undefined, headers);
  }

  post(
    url: string,
    fields: Fields = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each as string]),
    );
    return this.send('POST', url, new URLSearchParams(pairs).toString(), headers);
  }

  /** As it stands, of the type that the headers name, else of that of forms. */
  async send(
    method: 'GET' | 'POST',
    url: string,
    payload: string | Buffer | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse> {
    const answer = await this.app.asStranger({
      method,
      url,
      headers: {
        'accept-language': 'en',
        ...(this.cookie === null ? {} : { cookie: `${COOKIE}=${this.cookie}` }),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const given = answer.cookies.find(({ name }) => name === COOKIE);
    if (given !== undefined) this.cookie = given.value === '' ? null : given.value;
    return answer;
  }
}

/** What a page says at a place, without its markup: the element whose `id` it is, or the first of a class. */
export function wordsOf(html: string, mark: string): string {
  const found = new RegExp(`<(\\w+)[^>]*(?:id|class)="${mark}"[^>]*>(.*?)</\\1>`, 's').exec(html);
  const words = found?.[2] ?? '';
  return words.replace(/<[^>]*>/g, '').trim();
}
