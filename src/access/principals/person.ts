import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../core/errors.ts';
import type { Person } from './visitor.ts';

/** Whoever sent a request to a door that is open to people alone (src/doors.ts). */
export function personOf({ visitor }: Pick<FastifyRequest, 'visitor'>): Person {
  if (visitor.kind === 'person') return visitor;
  throw new DomainError('ACCESS.SIGN_IN', 'This needs somebody who has signed in.', {
    kind: 'unknown-visitor',
    remedy: 'Sign in at /sign-in.',
  });
}
