import { Inject, Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { CONFIG, type Config, type OidcConfig } from '../../platform/config/config.ts';
import type { OidcAttempt } from './oidc-attempt.ts';
import type { OidcIdentity } from './oidc-identity.ts';
import { identityOf } from './oidc-identity.ts';
import type { SignInProblem } from './sign-in-problem.ts';

/** A person waits in front of it. */
const TIMEOUT_S = 10;

/** Where the provider sends people back to. */
export const CALLBACK_PATH = '/sign-in/oidc/callback';

/** What a browser takes along, and where it goes. */
export interface OidcDeparture extends Pick<OidcAttempt, 'state' | 'nonce' | 'verifier'> {
  readonly url: string;
}

/** Why nobody is signed in: for the person, and in one line for the audit and the log. */
export interface OidcFailure {
  readonly problem: SignInProblem;
  readonly reason: string;
}

/** The OpenID provider: found when first needed, and looked for again as long as it is not found. */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger('OpenID');
  private discovered: Promise<client.Configuration> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'oidc' | 'publicUrl'>) {}

  /** Whether people can sign in by a provider at all. */
  get isConfigured(): boolean {
    return this.config.oidc !== null;
  }

  /** The way to the provider: an authorization request with PKCE (RFC 7636), state and nonce. */
  async begin(): Promise<OidcDeparture | OidcFailure> {
    const settings = this.settings();
    try {
      const provider = await this.discover(settings);
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ];
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: this.callbackAddress('').href,
        scope: scopesOf(provider, settings),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, nonce, verifier };
    } catch (error) {
      return this.failed(error);
    }
  }

  /**
   * Who came back. State, nonce, issuer, audience, times and signature of the id token are checked.
   *
   * @param search the query of the address that the provider sent the browser to
   */
  async end(
    search: string,
    { state, nonce, verifier }: OidcAttempt,
  ): Promise<{ readonly identity: OidcIdentity } | OidcFailure> {
    const settings = this.settings();
    try {
      const provider = await this.discover(settings);
      const tokens = await client.authorizationCodeGrant(provider, this.callbackAddress(search), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return { problem: 'unproven', reason: 'no id token' };
      const isWhole = claims[settings.claim] !== undefined && claims.email !== undefined;
      const more =
        isWhole || provider.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(provider, tokens.access_token, claims.sub);
      return { identity: identityOf(claims, more, settings) };
    } catch (error) {
      return this.failed(error);
    }
  }

  private settings(): OidcConfig {
    if (this.config.oidc === null) throw new Error('No OpenID provider is configured.');
    return this.config.oidc;
  }

  private callbackAddress(search: string): URL {
    return new URL(`${this.config.publicUrl ?? ''}${CALLBACK_PATH}${search}`);
  }

  private discover(settings: OidcConfig): Promise<client.Configuration> {
    this.discovered ??= discover(settings).catch((error: unknown) => {
      this.discovered = null;
      throw error instanceof NotFound ? error : new NotFound(codeOf((error as { code?: unknown }).code));
    });
    return this.discovered;
  }

  /** Only what says which step failed: errors of the library carry answers with tokens in them. */
  private failed(error: unknown): OidcFailure {
    const failure = failureOf(error);
    this.logger.warn(`Sign-in by the provider failed: ${failure.reason}`);
    return failure;
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
  const address = new URL(issuer);
  const provider = await client.discovery(
    address,
    clientId,
    { client_secret: clientSecret.reveal() },
    authenticate(clientSecret.reveal()),
    {
      timeout: TIMEOUT_S,
      // The configuration takes http for addresses of this machine alone.
      execute: [
        client.enableNonRepudiationChecks,
        ...(address.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    },
  );
  // The library lets one provider name an issuer for whoever comes; then any tenant could say who is in our groups.
  if (new URL(provider.serverMetadata().issuer).href !== address.href) {
    throw new NotFound('it names another issuer than OIDC_ISSUER');
  }
  return provider;
}

/** There is no provider where one is configured. */
class NotFound extends Error {}

/** As the provider says that it takes it; `client_secret_basic` is what it means by silence (OpenID Discovery, 3). */
function authenticate(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

/** Some providers tell the groups only to whoever asks for a scope of their claim's name. */
function scopesOf(provider: client.Configuration, { claim }: OidcConfig): string {
  const { scopes_supported: known = [] } = provider.serverMetadata();
  return [...new Set(['openid', 'email', 'profile', ...(known.includes(claim) ? [claim] : [])])].join(' ');
}

const NOT_NOW = ['server_error', 'temporarily_unavailable'];

function failureOf(error: unknown): OidcFailure {
  if (error instanceof client.AuthorizationResponseError) {
    const said = codeOf(error.error);
    return {
      problem: NOT_NOW.includes(said) ? 'provider-down' : 'denied',
      reason: `the provider says ${said}`,
    };
  }
  if (error instanceof client.ResponseBodyError) {
    const said = codeOf(error.error);
    return {
      problem: said === 'invalid_grant' ? 'expired' : 'provider-down',
      reason: `the provider refuses the code: ${said}`,
    };
  }
  if (error instanceof client.WWWAuthenticateChallengeError) {
    return { problem: 'provider-down', reason: 'the provider refuses OIDC_CLIENT_ID or OIDC_CLIENT_SECRET' };
  }
  if (error instanceof NotFound) {
    return { problem: 'provider-down', reason: `the provider is not found (${error.message})` };
  }
  const { code } = error as { code?: unknown };
  // Whatever the library finds wrong with an answer has a code; where there was no answer there is none.
  return code === undefined || /TIMEOUT|ABORT|NOT_CONFORM|NOT_JSON/.test(codeOf(code))
    ? { problem: 'provider-down', reason: `the provider does not answer as one does (${codeOf(code)})` }
    : { problem: 'unproven', reason: `the answer proves nothing (${codeOf(code)})` };
}

/** Codes of the protocol and of the library are safe to repeat; anything else may be anybody's. */
function codeOf(value: unknown): string {
  return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : 'no code';
}
