import { Inject, Injectable } from '@nestjs/common';
import { readInScope } from '../access/index.ts';
import type { Result } from '../core/result.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { type EvidencePiece, readPiecesOf } from '../results/index.ts';
import type { View } from './view.ts';

/** What was attached to figures and stands with them. */
@Injectable()
export class EvidenceOfFigures {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** By id, those that stand with a figure as the view shows it, and are not withdrawn since. */
  async of({ scope }: View, { id, evidence }: Result): Promise<ReadonlyMap<string, EvidencePiece>> {
    const standing = new Set(evidence.flatMap(({ piece }) => piece ?? []));
    if (standing.size === 0) return new Map();
    const pieces = await readInScope(this.db, scope, (tx) => readPiecesOf(tx, id));
    return new Map(
      pieces.flatMap((piece) =>
        standing.has(piece.id) && piece.withdrawnAt === null ? [[piece.id, piece] as const] : [],
      ),
    );
  }
}
