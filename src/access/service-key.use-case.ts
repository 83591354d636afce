import { hkdf } from 'node:crypto';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { newSecret } from './principals/secrets.adapter.ts';
import { keptKey } from './service-key.repository.ts';

const derived = promisify(hkdf);
const KEY_BYTES = 32;

/** The secret that the service signs and encrypts with: `ATTEST_SECRET`, else a random one that its database keeps. */
@Injectable()
export class ServiceKey {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret'>,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /**
   * A key of 32 bytes for one purpose (HKDF with SHA-256, RFC 5869); keys of different purposes tell nothing of each
   * other. It is the same at every start and in every process.
   *
   * @param purpose what it is for, as `second factor`
   */
  async derive(purpose: string): Promise<Buffer> {
    // Read anew each time: a restored backup brings its own.
    const secret = this.config.secret?.reveal() ?? (await keptKey(this.db, newSecret));
    return Buffer.from(await derived('sha256', secret, '', `attest: ${purpose}`, KEY_BYTES));
  }
}
