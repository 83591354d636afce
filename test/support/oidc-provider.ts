import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface ProviderPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[] | string;
}

/** An id token with other claims, or signed by somebody else. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly byAnother?: true;
}

export interface TestProvider {
  readonly issuer: string;
  /** Who signs in there next, and how; null: goes back without. */
  person: ProviderPerson | null;
  amr: readonly string[];
  /** What is wrong with the id tokens that it gives; null: nothing. */
  forgery: Forgery | null;
  /** Follows the way to the provider as a browser does; answers where it is sent back to. */
  visit(url: string): Promise<URL>;
  /** Back again on the same port, with nobody signed in. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const CLIENT_ID = 'attest';
export const CLIENT_SECRET = 'a-secret-between-attest-and-its-provider';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: anothers } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = { ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };

/** A real OpenID provider on loopback, where whoever comes is signed in as the person whom the test says. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  let server = createServer();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const state: State = { person: null, amr: ['pwd'], forgery: null, known: new Map() };
  const handler = withoutWarnings(() => providerFor(issuer, redirectUri, state));
  server.on('request', handler);
  return {
    issuer,
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
      if (person !== null) state.known.set(person.sub, person);
    },
    get amr() {
      return state.amr;
    },
    set amr(amr) {
      state.amr = amr;
    },
    get forgery() {
      return state.forgery;
    },
    set forgery(forgery) {
      state.forgery = forgery;
    },
    visit: (url) => follow(url, redirectUri),
    async start() {
      server = createServer(handler);
      await listen(server, port);
    },
    stop: () => close(server),
  };
}

interface State {
  person: ProviderPerson | null;
  amr: readonly string[];
  forgery: Forgery | null;
  readonly known: Map<string, ProviderPerson>;
}

function providerFor(issuer: string, redirectUri: string, state: Readonly<State>) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    cookies: { keys: ['a key of the test'] },
    jwks: { keys: [KEY] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => {
      const person = state.known.get(sub);
      return person === undefined ? undefined : { accountId: sub, claims: () => ({ ...person }) };
    },
    // Nobody is asked what the client may know.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    const { person, amr } = state;
    const result =
      person === null
        ? { error: 'access_denied', error_description: 'went back' }
        : { login: { accountId: person.sub, remember: false, amr: [...amr] } };
    await provider.interactionFinished(ctx.req, ctx.res, result);
    ctx.respond = false;
  });
  provider.use(async (ctx, next) => {
    await next();
    const given = ctx.body as { readonly id_token?: string } | undefined;
    if (ctx.path !== '/token' || state.forgery === null || given?.id_token === undefined) return;
    ctx.body = { ...given, id_token: forged(given.id_token, state.forgery) };
  });
  return provider.callback();
}

/** That it keeps everything in memory is what a test wants of it. */
function withoutWarnings<T>(run: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return run();
  } finally {
    console.warn = warn;
  }
}

async function follow(start: string, until: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider stays at ${answer.status}: ${await answer.text()}`);
    url = new URL(location, url).href;
    if (url.startsWith(until)) return new URL(url);
  }
  throw new Error(`The provider sends on and on, at last to ${url}`);
}

function forged(token: string, { claims = {}, byAnother }: Forgery): string {
  const [head = '', body = ''] = token.split('.');
  const said = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), ...claims };
  const text = `${head}.${Buffer.from(JSON.stringify(said)).toString('base64url')}`;
  return `${text}.${sign('sha256', Buffer.from(text), byAnother ? anothers : privateKey).toString('base64url')}`;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
