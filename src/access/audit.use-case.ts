import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { type AuditEntry, addAudit } from './audit.repository.ts';
import { actorOf } from './principals/visitor.ts';

/** Writes down what happened, for good. Changes of rows the database records by itself (drizzle/0004_readers.sql). */
@Injectable()
export class Audit {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  record(entry: AuditEntry): Promise<void> {
    return addAudit(this.db, entry, this.clock.now());
  }

  /** What the sender of a request did. */
  of(
    request: Pick<FastifyRequest, 'visitor' | 'ip'>,
    entry: Omit<AuditEntry, 'actor'> & { readonly actor?: Actor },
  ): Promise<void> {
    return this.record({ actor: actorOf(request.visitor, request.ip), ...entry });
  }
}
