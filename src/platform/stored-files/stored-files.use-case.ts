import { createHash } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { S3Files } from './s3-files.adapter.ts';
import {
  addPieces,
  addStoredFile,
  filesElsewhere,
  findStoredFile,
  readPieces,
} from './stored-files.repository.ts';

/**
 * The bytes of files that people brought, by their SHA-256: beside the data, or in a store that speaks S3 where one is
 * set (`EVIDENCE_STORE`). Each file says which of the two has it, so that another setting loses none.
 */
export class StoredFiles {
  /** @param remote null: the database keeps them */
  constructor(private readonly remote: S3Files | null) {}

  /**
   * Keeps a file; one that is there already stays as it is. What a transaction that is undone has put into the other store
   * lies there, named by nobody.
   *
   * @returns its SHA-256, in hexadecimal
   * @throws DomainError `FILE_STORE.AWAY` (broken)
   */
  async keep(tx: Transaction, content: Uint8Array, mediaType: string, now: Date): Promise<string> {
    const sha256 = sha256Of(content);
    const store = this.remote === null ? 'database' : 's3';
    const isNew = await addStoredFile(tx, { sha256, size: content.length, mediaType, store, storedAt: now });
    if (!isNew) return sha256;
    if (this.remote === null) await addPieces(tx, sha256, content);
    else await this.asked(this.remote.write(sha256, content, mediaType));
    return sha256;
  }

  /**
   * The bytes of a file, which are those that were kept: their hash is looked at.
   *
   * @throws DomainError `FILE_STORE.AWAY` (broken)
   */
  async read(db: Database, sha256: string): Promise<Uint8Array> {
    const file = await findStoredFile(db, sha256);
    const content = file?.store === 's3' ? await this.fromElsewhere(sha256) : await readPieces(db, sha256);
    if (content === null || sha256Of(content) !== sha256) {
      throw away(new Error(`What is kept of ${sha256} is not what was brought.`));
    }
    return content;
  }

  /** What a backup of the database does not hold, in a sentence; null: it holds all. */
  async notInBackup(db: Database): Promise<string | null> {
    const { count, size } = await filesElsewhere(db);
    return count === 0
      ? null
      : `Not in it: the bytes of ${count} ${count === 1 ? 'file' : 'files'} (${Math.ceil(size / 1024)} kB), which EVIDENCE_STORE keeps. Back that store up too.`;
  }

  private async fromElsewhere(sha256: string): Promise<Uint8Array | null> {
    if (this.remote === null)
      throw away(new Error('The file is in a store of which EVIDENCE_STORE says nothing.'));
    return this.asked(this.remote.read(sha256));
  }

  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      throw away(cause);
    }
  }
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function away(cause: unknown): DomainError {
  return new DomainError('FILE_STORE.AWAY', 'The store of the files does not answer.', {
    kind: 'broken',
    remedy: 'Try again in a minute; whoever runs the service finds the reason in its log.',
    retryAfterS: 60,
    cause,
  });
}
