import { S3mini } from 's3mini';
import type { FileStoreConfig } from '../config/file-store.ts';

/** Longer than any file of ours takes that arrives at all. */
const PATIENCE_MS = 30_000;

/** A bucket of a store that speaks S3. Objects are called by their SHA-256, so writing one twice changes nothing. */
export class S3Files {
  private readonly bucket: S3mini;

  constructor({ endpoint, bucket, region, keyId, secret }: FileStoreConfig) {
    this.bucket = new S3mini({
      endpoint: `${endpoint}/${bucket}`,
      region,
      accessKeyId: keyId.reveal(),
      secretAccessKey: secret.reveal(),
      requestAbortTimeout: PATIENCE_MS,
      // Whoever answers with another address is not the store that was set.
      fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
    });
  }

  /** @throws Error of the store or the way to it */
  async write(sha256: string, content: Uint8Array, mediaType: string): Promise<void> {
    const answer = await this.bucket.putObject(sha256, Buffer.from(content), mediaType);
    await answer.body?.cancel();
  }

  /** Null: it has none of that name. @throws Error of the store or the way to it */
  async read(sha256: string): Promise<Uint8Array | null> {
    const content = await this.bucket.getObjectArrayBuffer(sha256);
    return content === null ? null : new Uint8Array(content);
  }
}
