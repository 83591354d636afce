import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Audit, Limiter, readInScope, visitorKey } from '../../access/index.ts';
import type { View } from '../../analytics/index.ts';
import { mayEnterFor } from '../../core/entry/mandate.ts';
import { DomainError } from '../../core/errors.ts';
import type { Result } from '../../core/result.ts';
import type { Language } from '../../core/text.ts';
import type { Scope } from '../../core/visibility/scope.ts';
import { readsAsOrganisation } from '../../core/visibility/visibility.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { lockPortfolio } from '../../platform/database/revision.repository.ts';
import { StoredFiles } from '../../platform/stored-files/stored-files.use-case.ts';
import { above, programParents } from '../../programs/index.ts';
import {
  addPiece,
  confirmPiece,
  type EvidencePiece,
  findPiece,
  lockPiece,
  readPiecesOf,
  waitingPieces,
  withdrawPiece,
} from '../../results/index.ts';
import type { PersonAuthor } from '../author.ts';
import type { GivenEvidence } from './given-evidence.ts';

/** More nobody looks through. */
export const MOST_PIECES = 50;
const MOST_OF_A_REASON = 500;

/** More nobody attaches by hand: one in ten seconds, each as large as a file may be. */
export const ATTACHINGS = { most: 60, windowS: 600 };

/** What people attach to figures: added, looked at by somebody else, withdrawn, and opened by whoever may. */
@Injectable()
export class Evidence {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
  ) {}

  /** All that was attached to a figure, as its reader may see it. */
  of(scope: Scope, { id }: Pick<Result, 'id'>): Promise<readonly EvidencePiece[]> {
    return readInScope(this.db, scope, (tx) => readPiecesOf(tx, id));
  }

  /** What others attached and nobody has looked at, the oldest first. */
  waiting(scope: Scope, account: string, most: number): Promise<readonly EvidencePiece[]> {
    return readInScope(this.db, scope, (tx) => waitingPieces(tx, account, most));
  }

  /**
   * A piece with its figure: one that stands with it, for whoever sees the figure and whose it is; what nobody has
   * confirmed, for the organisation alone; what was withdrawn, for nobody.
   *
   * @throws DomainError `EVIDENCE.UNKNOWN` (missing): there is none, or it is not this reader's
   */
  async find(view: View, id: string): Promise<{ readonly piece: EvidencePiece; readonly result: Result }> {
    const piece = await readInScope(this.db, view.scope, (tx) => findPiece(tx, id));
    const result = piece === null ? null : await view.figures.result(piece.result);
    if (piece === null || !result || piece.withdrawnAt !== null) throw unknown();
    const stands = result.evidence.some((each) => each.piece === id);
    if (!stands && !readsAsOrganisation(view)) throw unknown();
    return { piece, result };
  }

  /** The bytes of a piece that was found. @throws DomainError `FILE_STORE.AWAY` (broken) */
  read(sha256: string): Promise<Uint8Array> {
    return this.files.read(this.db, sha256);
  }

  /** Whether somebody may attach to figures of a programme, and withdraw there. */
  async mayAttachTo(
    { scope }: Pick<PersonAuthor, 'scope'>,
    { program }: Pick<Result, 'program'>,
  ): Promise<boolean> {
    return mayEnterFor(scope, program, above(program, await programParents(this.db)));
  }

  /**
   * Counts one more that a person attaches, before it is looked at: what is refused costs as much.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  allow(request: FastifyRequest): Promise<void> {
    return this.limiter.take(`evidence ${visitorKey(request.visitor, request.ip)}`, ATTACHINGS, () =>
      this.audit.of(request, { action: 'limit.reached', details: { what: 'evidence' } }),
    );
  }

  /**
   * Attaches something to a figure, which waits until somebody else has looked at it.
   *
   * @throws DomainError `EVIDENCE.NOT_YOURS`, `EVIDENCE.TWICE`, `EVIDENCE.TOO_MANY` (refused), `FILE_STORE.AWAY` (broken)
   */
  async attach(
    author: PersonAuthor,
    result: Pick<Result, 'id' | 'program'>,
    given: GivenEvidence,
    language: Language,
  ): Promise<string> {
    if (!(await this.mayAttachTo(author, result))) throw notYours();
    return this.acting(author, async (tx, now) => {
      const standing = (await readPiecesOf(tx, result.id)).filter((piece) => piece.withdrawnAt === null);
      if (standing.length >= MOST_PIECES) {
        throw new DomainError('EVIDENCE.TOO_MANY', `The figure has ${MOST_PIECES} pieces of evidence.`, {
          kind: 'refused',
          values: { most: String(MOST_PIECES) },
        });
      }
      const { kind, title, titleFor, url, quotation, page, file } = given;
      const sha256 = file === null ? null : await this.files.keep(tx, file.content, file.mediaType, now);
      if (sha256 !== null && standing.some((piece) => piece.file === sha256)) {
        throw new DomainError('EVIDENCE.TWICE', 'The figure has this file already.', { kind: 'refused' });
      }
      return addPiece(tx, {
        result: result.id,
        kind,
        title: { [language]: title },
        titleFor,
        url,
        quotation: quotation === null ? null : { [language]: quotation },
        page,
        file: sha256,
        fileName: file?.name ?? null,
        addedAt: now,
        addedBy: author.account,
        addedName: author.name,
      });
    });
  }

  /**
   * Lets a piece stand with its figure.
   *
   * @throws DomainError `EVIDENCE.OWN`, `EVIDENCE.MEANWHILE` (refused)
   */
  confirm(approver: PersonAuthor, id: string): Promise<void> {
    return this.acting(approver, async (tx, at) => {
      const piece = await lockPiece(tx, id);
      if (piece === null || piece.confirmedAt !== null || piece.withdrawnAt !== null) throw meanwhile();
      if (piece.addedBy === approver.account) {
        throw new DomainError('EVIDENCE.OWN', 'Nobody confirms what is their own.', { kind: 'refused' });
      }
      await confirmPiece(tx, piece, { account: approver.account, name: approver.name, at });
    });
  }

  /**
   * Takes a piece from its figure: nobody opens it any more. What it was, and its bytes, are kept.
   *
   * @throws DomainError `EVIDENCE.REASON` (call), `EVIDENCE.NOT_YOURS`, `EVIDENCE.MEANWHILE` (refused)
   */
  async withdraw(
    author: PersonAuthor,
    { piece, result }: Awaited<ReturnType<Evidence['find']>>,
    reason: string,
  ): Promise<void> {
    const because = reason.trim();
    if (because === '' || because.length > MOST_OF_A_REASON) {
      throw new DomainError('EVIDENCE.REASON', 'It does not say why, or in many words.', { kind: 'call' });
    }
    if (!author.scope.rights.approvesFigures && !(await this.mayAttachTo(author, result))) throw notYours();
    return this.acting(author, async (tx, at) => {
      const held = await lockPiece(tx, piece.id);
      if (held === null || held.withdrawnAt !== null) throw meanwhile();
      await withdrawPiece(tx, piece.id, { account: author.account, name: author.name, at, because });
    });
  }

  private acting<T>({ actor }: PersonAuthor, does: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      // Of two who attach or confirm at once the second sees what the first did.
      await lockPortfolio(tx);
      return does(tx, now);
    });
  }
}

function unknown(): DomainError {
  return new DomainError('EVIDENCE.UNKNOWN', 'There is no such evidence.', { kind: 'missing' });
}

function notYours(): DomainError {
  return new DomainError('EVIDENCE.NOT_YOURS', 'The figure is of a programme that is not in the mandate.', {
    kind: 'refused',
  });
}

function meanwhile(): DomainError {
  return new DomainError('EVIDENCE.MEANWHILE', 'It was confirmed or withdrawn meanwhile.', {
    kind: 'refused',
    remedy: 'Look at it again.',
  });
}
