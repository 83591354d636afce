import { type View, withCodes } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';

/** A programme or a place that is called by its name, by its code; what nobody knows, or several are called, as it was typed. */
export async function codeMeant(view: View, what: 'program' | 'country', typed: string): Promise<string> {
  const trimmed = typed.trim();
  if (trimmed === '') return '';
  try {
    const found = (await withCodes({ [what]: trimmed }, view))[what];
    return typeof found === 'string' ? found : trimmed;
  } catch (error) {
    if (error instanceof DomainError) return trimmed;
    throw error;
  }
}
