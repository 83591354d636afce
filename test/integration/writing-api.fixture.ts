import { randomUUID } from 'node:crypto';
import type { Mandate } from '../../src/access/index.ts';
import { makeToken, startApp, type TestApp, type TestAppOptions } from '../support/app.ts';
import { signIn } from '../support/people.ts';

/** What an answer of the API says. */
export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API says
  readonly body: any;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A program with a token that writes, as somebody sets one up. */
export interface Program {
  readonly name: string;
  readonly token: string;
  /** A key of its own for each request, unless it says one, or none (null). */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    how?: { readonly key?: string | null; readonly version?: number | string; readonly to?: TestApp },
  ): Promise<Told>;
}

/** Twelve officials of Dominica in May. */
export const MAY = {
  program: 'TOUR',
  indicator: 'officials trained',
  kind: 'actual',
  country_or_region: 'DM',
  period_start: '2017-05',
  period_end: '2017-05',
  value: '12',
};
/** 7 + 30 + 15 + 4 + 22 + 45 of the reference portfolio. */
export const OFFICIALS = 123;

export class WritingWorld {
  private constructor(readonly app: TestApp) {}

  static async start(options: TestAppOptions): Promise<WritingWorld> {
    return new WritingWorld(await startApp(options));
  }

  get db() {
    return this.app.database.db;
  }

  /** An account, and the cookie with which it has signed in. */
  person(mandate: Partial<Mandate> & Pick<Mandate, 'role'>) {
    return signIn(this.db, mandate);
  }

  /** @param madeBy the account that made the token; null: the command line */
  async program(
    mandate: Partial<Mandate> & Pick<Mandate, 'role'>,
    madeBy: string | null,
    { writes = true, name = `program-${randomUUID().slice(0, 8)}` } = {},
  ): Promise<Program> {
    const token = await makeToken(this.db, mandate, { writes, madeBy, name });
    const send: Program['send'] = async (method, path, body, { key, version, to = this.app } = {}) => {
      const answer = await to.asStranger({
        method,
        url: `/api/v1${path}`,
        headers: {
          authorization: `Bearer ${token}`,
          ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? randomUUID() }),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const isJson = String(answer.headers['content-type']).includes('json');
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : null,
        text: answer.body,
        headers: answer.headers,
      };
    };
    return { name, token, send };
  }

  /** Officials trained, of everything. */
  async total(): Promise<number> {
    return (await this.app.nest.inject('/api/v1/totals?indicator=officials-trained')).json().total.value;
  }
}

/** Enters one row. */
export async function enter(program: Program, cells: object = {}, more: object = {}): Promise<Told> {
  return program.send('POST', '/submissions', {
    kind: 'results',
    rows: [{ cells: { ...MAY, ...cells } }],
    ...more,
  });
}

/** Looks at what approving would come to, and approves. */
export async function approve(program: Program, ids: readonly string[]): Promise<Told> {
  const preview = await program.send('POST', '/approvals/preview', { ids });
  if (preview.status !== 200) return preview;
  return program.send('POST', '/approvals', { ids, digest: preview.body.digest });
}

/** Of the first row that was entered. */
export function idOf({ body }: Told): string {
  return body.submissions?.[0]?.id ?? body.id;
}

/** How it was answered: `201`, or `422 ENTRY.FAULTS`. */
export function outcome({ status, body }: Told): string {
  return body?.code === undefined ? String(status) : `${status} ${body.code}`;
}
