import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Asked,
  Audit,
  keepSession,
  Limiter,
  ServiceKey,
  safeNext,
  type Visit,
  Visiting,
} from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { withParameters } from '../../web/url.ts';
import { seal, unseal } from '../seal.adapter.ts';
import { AfterSignIn } from '../sign-in/after-sign-in.use-case.ts';
import { SignIn } from '../sign-in/sign-in.use-case.ts';
import { ATTEMPT_COOKIE, ATTEMPT_COOKIE_OPTIONS, ATTEMPT_MS, type OidcAttempt } from './oidc-attempt.ts';
import { type OidcFailure, OidcProvider } from './oidc-provider.adapter.ts';
import type { SignInProblem } from './sign-in-problem.ts';

const query = z.strictObject({
  next: z.string().optional(),
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
});

/** A whole office may come from one address; a program that hammers the provider through us may not. */
const COMINGS = { most: 120, windowS: 60 };

type Lost = Pick<OidcAttempt, 'next' | 'lang'>;

/** Sign-in by the organisation's own provider: there, and back. */
@ApiExcludeController()
@Controller('sign-in/oidc')
export class OidcController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly signIn: SignIn,
    private readonly after: AfterSignIn,
    private readonly serviceKey: ServiceKey,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  @Get()
  async begin(@Visiting(query) visit: Visit<z.output<typeof query>>): Promise<void> {
    this.mustBeConfigured();
    const { next, lang = null } = visit.query;
    const wanted: Lost = { next: shortNext(next), lang };
    if (await this.isTooOften(visit)) return back(visit, wanted, 'too-often');
    const departure = await this.provider.begin();
    if ('problem' in departure) return this.refuse(visit, wanted, departure);
    const { url, state, nonce, verifier } = departure;
    const expiresAt = this.clock.now().getTime() + ATTEMPT_MS;
    const attempt: OidcAttempt = { state, nonce, verifier, ...wanted, expiresAt };
    const sealed = seal(await this.key(), ATTEMPT_COOKIE, attempt);
    visit.reply.setCookie(ATTEMPT_COOKIE, sealed, {
      ...ATTEMPT_COOKIE_OPTIONS,
      maxAge: ATTEMPT_MS / 1000,
    });
    visit.leaveFor(url);
  }

  /** A GET that signs in: so the protocol has it. What it does is bound to the cookie that `begin` gave this browser. */
  @Get('callback')
  async end(@Visiting(null) visit: Visit<Asked>): Promise<void> {
    this.mustBeConfigured();
    const { request, reply, arrival } = visit;
    const attempt = await this.attemptOf(request);
    // Whatever comes of it: it is tried once.
    reply.clearCookie(ATTEMPT_COOKIE, ATTEMPT_COOKIE_OPTIONS);
    const lost: Lost = attempt ?? { next: null, lang: null };
    if (await this.isTooOften(visit)) return back(visit, lost, 'too-often');
    if (attempt === null) {
      return this.refuse(visit, lost, { problem: 'expired', reason: 'no sign-in under way' });
    }
    const arrived = await this.provider.end(new URL(request.url, 'http://service.invalid').search, attempt);
    if ('problem' in arrived) return this.refuse(visit, lost, arrived);
    const identity = { ...arrived.identity, ...(lost.lang === null ? {} : { lang: lost.lang }) };
    try {
      const opened = await this.signIn.withOidc(identity, arrival);
      // Whoever was signed in here before is so no longer.
      await this.signIn.signOut(visit.visitor, arrival);
      keepSession(reply, opened);
      const place = await this.after.place(opened, lost.next ?? '/');
      visit.leaveFor(lost.lang === null ? place : withParameters(place, { lang: lost.lang }));
    } catch (error) {
      // Recorded by the sign-in itself.
      const problem = problemOf(error);
      if (problem === null) throw error;
      back(visit, lost, problem);
    }
  }

  private mustBeConfigured(): void {
    if (this.provider.isConfigured) return;
    throw new DomainError('REQUEST.NOT_FOUND', 'There is nothing at this address.', { kind: 'missing' });
  }

  private async isTooOften({ arrival: { address } }: Visit<Asked>): Promise<boolean> {
    try {
      await this.limiter.take(`oidc address:${address}`, COMINGS, () =>
        this.audit.record({
          action: 'limit.reached',
          actor: { kind: 'stranger', address },
          details: { what: 'oidc', by: 'address' },
        }),
      );
      return false;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'LIMIT.REACHED') return true;
      throw error;
    }
  }

  private async attemptOf({ cookies }: FastifyRequest): Promise<OidcAttempt | null> {
    const sealed = cookies[ATTEMPT_COOKIE];
    if (sealed === undefined) return null;
    // Sealed by us alone, so it is what we made.
    const attempt = unseal(await this.key(), ATTEMPT_COOKIE, sealed) as OidcAttempt | null;
    return attempt !== null && attempt.expiresAt > this.clock.now().getTime() ? attempt : null;
  }

  private key(): Promise<Buffer> {
    return this.serviceKey.derive('oidc');
  }

  private async refuse(visit: Visit<Asked>, lost: Lost, { problem, reason }: OidcFailure): Promise<void> {
    const actor = { kind: 'stranger', address: visit.arrival.address } as const;
    await this.audit.record({ action: 'sign-in.refused', actor, details: { method: 'oidc', reason } });
    back(visit, lost, problem);
  }
}

/** To the page of sign-in, which says why. */
function back(visit: Visit<Asked>, { next, lang }: Lost, problem: SignInProblem): void {
  const parameters = new URLSearchParams({
    problem,
    ...(next === null || next === '/' ? {} : { next }),
    ...(lang === null ? {} : { lang }),
  });
  visit.leaveFor(`/sign-in?${parameters}`);
}

/** Browsers drop a cookie of more than 4096 bytes, and a sealed one is a third longer. */
const LONGEST_NEXT = 1500;

/** Where to go afterwards, as it may stand in a header. */
function shortNext(asked: string | undefined): string {
  const { pathname, search, hash } = new URL(safeNext(asked), 'http://service.invalid');
  const next = `${pathname}${search}${hash}`;
  return next.length > LONGEST_NEXT ? '/' : next;
}

/** Null: nothing that a person could do something about. */
function problemOf(error: unknown): SignInProblem | null {
  if (!(error instanceof DomainError)) return null;
  if (error.code === 'SIGN_IN.NO_ROLE') return 'no-role';
  if (error.options.kind === 'too-often') return 'too-often';
  return /^(SIGN_IN|MANDATE)\./.test(error.code) ? 'refused' : null;
}
