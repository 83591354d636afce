import type { SignedIn } from '../../web/parts/layout.tsx';
import type { Visitor } from './visitor.ts';

/** Whom a page greets; null: whoever reads it may sign in. */
export function signedInOf(visitor: Visitor): SignedIn | null {
  if (visitor.kind !== 'person' && visitor.kind !== 'token') return null;
  const { name, rights, organisations } = visitor;
  const isPerson = visitor.kind === 'person';
  const owesSecondFactor = visitor.kind === 'person' && visitor.owesSecondFactor;
  return { name, isPerson, rights, organisations, owesSecondFactor };
}
