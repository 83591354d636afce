import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit, actorOf, keeperOf, Limiter, visitorKey } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { IMPORT_KINDS, type ImportKind } from '../../platform/csv/import-kind.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { undoing } from '../../platform/database/undoing.ts';
import { StoredFiles } from '../../platform/stored-files/stored-files.use-case.ts';
import { Approvals } from '../approvals.use-case.ts';
import type { Author } from '../author.ts';
import { Closing } from '../closing.use-case.ts';
import { Evidence } from '../evidence/evidence.use-case.ts';
import { LargeFiles } from '../large/large-files.use-case.ts';
import { batchesOf, type Submission } from '../submissions.repository.ts';
import { RowRefused, RowsRefused, Submissions } from '../submissions.use-case.ts';
import { TakingBack } from '../taking-back.use-case.ts';
import { findAnswered, holdKey, keepAnswered } from './answered-requests.repository.ts';
import { fingerprintOf, KEPT_MS, keyMissing, keyOfAnother, keyUnderWay, readKey } from './idempotency-key.ts';
import { faultsOf } from './row-faults.ts';

/** What a request comes to. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
}

/** The same use cases as forms call, in the transaction of a request. */
export interface Rooms {
  readonly author: Author;
  /** For what is no use case of its own. */
  readonly tx: Transaction;
  readonly submissions: Submissions;
  readonly approvals: Approvals;
  readonly closing: Closing;
  readonly takingBack: TakingBack;
  readonly evidence: Evidence;
  readonly large: LargeFiles;
  /** A large file in sight. @throws DomainError `ENTRY.UNKNOWN` (missing) */
  largeFile(id: string): ReturnType<LargeFiles['find']>;
  /** A figure that counts. @throws DomainError `RESULT.UNKNOWN` (missing) */
  figure(id: string): ReturnType<Evidence['figure']>;
  /** A piece in sight, withdrawn or not. @throws DomainError `EVIDENCE.UNKNOWN` (missing) */
  piece(id: string): ReturnType<Evidence['piece']>;
  /** @throws DomainError `ENTRY.UNKNOWN` (missing): not in sight is not there */
  find(id: string): Promise<Submission>;
  /** The imports by which rows came into the portfolio. */
  batches(ids: readonly string[]): Promise<readonly number[]>;
}

/** A program that writes without end is told so; forms of people are slower. */
const WRITES = { most: 600, windowS: 600 };

/** Answers programs that write: each request in one transaction, together with the answer that a repeated one gets. */
@Injectable()
export class Writing {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Does what a request asks for, once, and sends the answer: all of it or nothing is done, and with a key the answer is
   * kept in the same transaction, so that a request which is sent again, to whichever machine, does nothing more.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often), `IDEMPOTENCY.KEY`, `IDEMPOTENCY.KEY_MISSING` (call; of POST),
   *   `IDEMPOTENCY.UNDER_WAY` (conflict), `IDEMPOTENCY.OTHER_REQUEST` (refused); as `run`, where what was changed meanwhile is
   *   a conflict, and rows are told row by row
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    run: (rooms: Rooms) => Promise<Answer>,
  ): Promise<void> {
    const author = programOf(request);
    await this.count(request);
    const key = readKey(request.headers['idempotency-key']);
    if (key === null && request.method === 'POST') throw keyMissing();
    const { method, url, body } = request;
    const fingerprint = fingerprintOf({ method, url, version: request.headers['if-match'], body });
    try {
      const answered = await this.db.transaction(async (tx) => {
        const made = async () => sentOf(await run(this.roomsIn(tx, author)));
        if (key === null) return made();
        const named = { token: author.token, key };
        if (!(await holdKey(tx, named))) throw keyUnderWay();
        const now = this.clock.now();
        const before = await findAnswered(tx, named, now);
        if (before !== null) {
          if (before.fingerprint !== fingerprint) throw keyOfAnother();
          return { ...before, headers: { ...before.headers, 'idempotent-replayed': 'true' } };
        }
        const sent = await made();
        await keepAnswered(tx, {
          ...named,
          ...sent,
          fingerprint,
          expiresAt: new Date(now.getTime() + KEPT_MS),
        });
        return sent;
      });
      send(reply, answered);
    } catch (error) {
      throw toldOf(error, body);
    }
  }

  /** Counts what costs as much as writing, and writes nothing. @throws DomainError `LIMIT.REACHED` (too-often) */
  count(request: FastifyRequest): Promise<void> {
    const who = visitorKey(request.visitor, request.ip);
    return this.limiter.take(`write ${who}`, WRITES, () =>
      this.audit.of(request, { action: 'limit.reached', details: { what: 'write', by: 'token' } }),
    );
  }

  private roomsIn(tx: Transaction, author: Author): Rooms {
    const { kinds, clock, files, limiter, audit } = this;
    const evidenceIn = (part: Transaction) => new Evidence(part, files, clock, limiter, audit);
    return {
      author,
      tx,
      submissions: new Submissions(tx, kinds, clock),
      approvals: new Approvals(tx, kinds, clock),
      closing: new Closing(tx, clock),
      takingBack: new TakingBack(tx, kinds, clock),
      // Whoever reads is a reader until its transaction ends: this one goes on, and writes.
      find: (id) => undoing(tx, (part) => new Submissions(part, kinds, clock).find(author, id)),
      evidence: evidenceIn(tx),
      large: new LargeFiles(tx, clock, null),
      largeFile: (id) => undoing(tx, (part) => new LargeFiles(part, clock, null).find(author, id)),
      figure: (id) => undoing(tx, (part) => evidenceIn(part).figure(author, id)),
      piece: (id) => undoing(tx, (part) => evidenceIn(part).piece(author, id)),
      batches: (ids) => batchesOf(tx, ids),
    };
  }
}

/** The program that sends a request, as one who enters and decides. @throws DomainError `ACCESS.TOKEN_ONLY` (forbidden) */
export function programOf(request: FastifyRequest): Author & { readonly token: string } {
  const { visitor } = request;
  if (visitor.kind === 'token') {
    const { token, name, madeBy } = visitor;
    return { ...keeperOf(request), token, name, madeBy, actor: actorOf(visitor, request.ip) };
  }
  throw new DomainError('ACCESS.TOKEN_ONLY', 'Programs write here, with a token.', { kind: 'forbidden' });
}

interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function sentOf({ status = 200, headers = {}, body }: Answer): Sent {
  return { status, headers, body: JSON.stringify(body) };
}

function send(reply: FastifyReply, { status, headers, body }: Sent): void {
  reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .type('application/json; charset=utf-8')
    .send(body);
}

/** What programs are told where a form says it beside its fields, or is shown again. */
export function toldOf(error: unknown, body: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { code, message, options } = error;
  if (code === 'ENTRY.CHANGED_MEANWHILE') {
    const remedy = 'Read it again, and send what is to become of it as it is now.';
    return new DomainError(code, 'It is not as it was seen: it was changed, or decided.', {
      kind: 'conflict',
      remedy,
    });
  }
  if (error instanceof RowRefused || error instanceof RowsRefused) {
    const checks = error instanceof RowRefused ? [error.check] : error.checks;
    const { accepts = false } = (body ?? {}) as { readonly accepts?: unknown };
    return rowsRefused(faultsOf(checks, accepts === true));
  }
  if (code === 'ENTRY.LINE_NOT_YOURS') {
    const row = Number(options.values?.line);
    const { remedy = '' } = options;
    return rowsRefused([{ row, column: 'program', code, message: message.replace(/^Line/, 'Row'), remedy }]);
  }
  return error;
}

/** Of rows that were sent, and are not taken. */
export function rowsRefused(rows: NonNullable<DomainError['options']['rows']>): DomainError {
  return new DomainError('ENTRY.FAULTS', 'Some of it is not taken as it stands, so nothing was.', {
    kind: 'refused',
    remedy: '"errors" says what is wrong with which row, and what to do about it.',
    rows,
  });
}
