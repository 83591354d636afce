import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';

/** What is no id is nobody's. @throws DomainError `ENTRY.UNKNOWN` (missing) */
export function idOf(given: string): string {
  if (z.uuid().safeParse(given).success) return given;
  throw new DomainError('ENTRY.UNKNOWN', 'There is no such file.', { kind: 'missing' });
}
