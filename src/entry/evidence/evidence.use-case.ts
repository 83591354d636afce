import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Audit, type Keeper, Limiter, readAsPerson, visitorKey } from '../../access/index.ts';
import type { View } from '../../analytics/index.ts';
import { mayEnterFor } from '../../core/entry/mandate.ts';
import { isOpen } from '../../core/entry/submission.ts';
import { DomainError } from '../../core/errors.ts';
import type { Result } from '../../core/result.ts';
import type { Language } from '../../core/text.ts';
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
  findFigure,
  findPiece,
  lockPiece,
  piecesOfRows,
  readPiecesOf,
  waitingPieces,
  withdrawPiece,
} from '../../results/index.ts';
import { type Author, decisionOf, handOf, isOwn } from '../author.ts';
import { lockSubmissions, type Submission } from '../submissions.repository.ts';
import { changedMeanwhile } from '../submissions.use-case.ts';
import type { GivenEvidence } from './given-evidence.ts';

/** More nobody looks through. */
export const MOST_PIECES = 50;
const MOST_OF_A_REASON = 500;

/** More nobody attaches by hand: one in ten seconds, each as large as a file may be. */
export const ATTACHINGS = { most: 60, windowS: 600 };

/** What a piece hangs on: a figure, or a row that somebody has entered and nobody has approved. */
export type EvidencePlace =
  | { readonly result: FigureKey; readonly submission: null }
  | { readonly result: null; readonly submission: Pick<Submission, 'id'> };

/** A piece, and its figure; null: it came with a row that is not approved. */
export interface FoundPiece<Figure = Result> {
  readonly piece: EvidencePiece;
  readonly result: Figure | null;
}
type FigureKey = Pick<Result, 'id' | 'program'>;

/** What is attached to figures and rows: added, looked at by somebody else, withdrawn, and opened by whoever may. */
@Injectable()
export class Evidence {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
  ) {}

  /** All that was attached to a figure or to a row, as its reader may see it. */
  of(keeper: Keeper, { result, submission }: EvidencePlace): Promise<readonly EvidencePiece[]> {
    return readAsPerson(this.db, keeper, async (tx) =>
      submission === null
        ? readPiecesOf(tx, result.id)
        : ((await piecesOfRows(tx, [submission.id])).get(submission.id) ?? []),
    );
  }

  /** What others attached to figures and nobody has looked at, the oldest first. */
  waiting(author: Author, most: number): Promise<readonly EvidencePiece[]> {
    return readAsPerson(this.db, author, (tx) => waitingPieces(tx, handOf(author), most));
  }

  /**
   * A piece with its figure: one that stands with it, for whoever sees the figure and whose it is; what nobody has
   * confirmed, for the organisation alone, and with a row, for whoever sees that; what was withdrawn, for nobody.
   *
   * @throws DomainError `EVIDENCE.UNKNOWN` (missing): there is none, or it is not this reader's
   */
  async find(view: View, keeper: Keeper, id: string): Promise<FoundPiece> {
    const piece = await readAsPerson(this.db, keeper, (tx) => findPiece(tx, id));
    if (piece === null || piece.withdrawnAt !== null) throw unknown();
    if (piece.result === null) return { piece, result: null };
    const result = await view.figures.result(piece.result);
    if (!result) throw unknown();
    const stands = result.evidence.some((each) => each.piece === id);
    if (!stands && !readsAsOrganisation(view)) throw unknown();
    return { piece, result };
  }

  /** The same for a program that writes, which sees what was withdrawn too. @throws DomainError as `find` */
  async piece(keeper: Keeper, id: string): Promise<FoundPiece<FigureKey>> {
    const found = await readAsPerson(this.db, keeper, async (tx) => {
      const piece = await findPiece(tx, id);
      const result = piece?.result == null ? null : await findFigure(tx, piece.result);
      return piece === null || (piece.result !== null && result === null) ? null : { piece, result };
    });
    if (found === null) throw unknown();
    return found;
  }

  /** A figure that counts, for a program that writes. @throws DomainError `RESULT.UNKNOWN` (missing) */
  async figure(keeper: Keeper, id: string): Promise<FigureKey> {
    const found = await readAsPerson(this.db, keeper, (tx) => findFigure(tx, id));
    if (found !== null) return found;
    throw new DomainError('RESULT.UNKNOWN', `There is no approved figure "${id}".`, {
      kind: 'missing',
      values: { code: id },
    });
  }

  /** The bytes of a piece that was found. @throws DomainError `FILE_STORE.AWAY` (broken) */
  read(sha256: string): Promise<Uint8Array> {
    return this.files.read(this.db, sha256);
  }

  /** Whether somebody may attach to figures of a programme, and withdraw there. */
  async mayAttachTo(
    { scope }: Pick<Author, 'scope'>,
    { program }: Pick<Result, 'program'>,
  ): Promise<boolean> {
    return mayEnterFor(scope, program, above(program, await programParents(this.db)));
  }

  /**
   * Counts one more that somebody attaches, before it is looked at: what is refused costs as much.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  allow(request: FastifyRequest): Promise<void> {
    return this.limiter.take(`evidence ${visitorKey(request.visitor, request.ip)}`, ATTACHINGS, () =>
      this.audit.of(request, { action: 'limit.reached', details: { what: 'evidence' } }),
    );
  }

  /**
   * Attaches something to a figure, where it waits until somebody else has looked at it; or to one's own row that is not
   * submitted, with which it is approved.
   *
   * @throws DomainError `EVIDENCE.NOT_YOURS`, `EVIDENCE.NO_RESULT`, `EVIDENCE.TWICE`, `EVIDENCE.TOO_MANY`,
   *   `ENTRY.CHANGED_MEANWHILE` (refused), `FILE_STORE.AWAY` (broken)
   */
  async attach(
    author: Author,
    place: EvidencePlace,
    given: GivenEvidence,
    language: Language,
  ): Promise<string> {
    if (place.result !== null && !(await this.mayAttachTo(author, place.result))) throw notYours();
    return this.acting(author, async (tx, now) => {
      const standing = await standingAt(tx, author, place);
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
        result: place.result?.id ?? null,
        submission: place.submission?.id ?? null,
        kind,
        title: { [language]: title },
        titleFor,
        url,
        quotation: quotation === null ? null : { [language]: quotation },
        page,
        file: sha256,
        fileName: file?.name ?? null,
        addedAt: now,
        addedBy: handOf(author),
        addedByToken: author.token ?? null,
        addedName: author.name,
      });
    });
  }

  /**
   * Lets a piece stand with its figure.
   *
   * @throws DomainError `EVIDENCE.OWN`, `EVIDENCE.MEANWHILE`, `EVIDENCE.WITH_ITS_ROW` (refused)
   */
  confirm(approver: Author, id: string): Promise<void> {
    return this.acting(approver, async (tx, at) => {
      const piece = await lockPiece(tx, id);
      if (piece === null || piece.confirmedAt !== null || piece.withdrawnAt !== null) throw meanwhile();
      if (piece.result === null) {
        throw new DomainError('EVIDENCE.WITH_ITS_ROW', 'It is approved with the row with which it came.', {
          kind: 'refused',
          remedy: 'Approve the row.',
        });
      }
      if (piece.addedBy === handOf(approver)) {
        throw new DomainError('EVIDENCE.OWN', 'Nobody confirms what is their own.', { kind: 'refused' });
      }
      await confirmPiece(tx, piece, piece.result, decisionOf(approver, at));
    });
  }

  /**
   * Takes a piece from its figure, with a reason, or from one's own row that is not submitted: nobody opens it any more.
   * What it was, and its bytes, are kept.
   *
   * @throws DomainError `EVIDENCE.REASON` (call), `EVIDENCE.NOT_YOURS`, `EVIDENCE.MEANWHILE`, `ENTRY.CHANGED_MEANWHILE` (refused)
   */
  async withdraw(author: Author, { piece, result }: FoundPiece<FigureKey>, reason: string): Promise<void> {
    const because = reason.trim();
    if (because.length > MOST_OF_A_REASON || (because === '' && result !== null)) {
      throw new DomainError('EVIDENCE.REASON', 'It does not say why, or in many words.', { kind: 'call' });
    }
    const { approvesFigures } = author.scope.rights;
    if (result !== null && !approvesFigures && !(await this.mayAttachTo(author, result))) throw notYours();
    return this.acting(author, async (tx, at) => {
      const held = await lockPiece(tx, piece.id);
      // What came with a row may have its figure by now: then it is withdrawn there.
      if (held === null || held.withdrawnAt !== null || (held.result === null) !== (result === null))
        throw meanwhile();
      if (held.result === null) await holdRow(tx, author, held.submission ?? '');
      await withdrawPiece(tx, piece.id, { ...decisionOf(author, at), because });
    });
  }

  private acting<T>({ actor }: Author, does: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      // Of two who attach or confirm at once the second sees what the first did.
      await lockPortfolio(tx);
      return does(tx, now);
    });
  }
}

/** What is attached there and was not withdrawn. */
async function standingAt(
  tx: Transaction,
  author: Author,
  { result, submission }: EvidencePlace,
): Promise<readonly EvidencePiece[]> {
  if (submission === null) {
    return (await readPiecesOf(tx, result.id)).filter((piece) => piece.withdrawnAt === null);
  }
  await holdRow(tx, author, submission.id);
  return (await piecesOfRows(tx, [submission.id])).get(submission.id) ?? [];
}

/** Until the transaction ends nobody submits it: what it rests on is as whoever approves it sees it. */
async function holdRow(tx: Transaction, author: Author, id: string): Promise<void> {
  const [row] = await lockSubmissions(tx, [id]);
  if (row === undefined || !isOwn(row, author) || !isOpen(row.status)) throw changedMeanwhile();
  if (row.kind !== 'results') {
    throw new DomainError('EVIDENCE.NO_RESULT', 'Evidence is attached to results.', { kind: 'refused' });
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
