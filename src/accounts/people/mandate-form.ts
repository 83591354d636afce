import { z } from 'zod';
import type { Mandate } from '../../access/index.ts';
import { characters, textField } from '../forms/fields.ts';
import { readCodes, readRole } from './mandate.ts';
import type { GivenMandate } from './mandate-fields.tsx';

/** Boxes that were ticked, of which browsers send none, one, or several of the same name; or codes with commas between. */
export const codesField = z
  .union([characters(4000), z.array(characters(200)).max(1000)])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat().flatMap(readCodes)));

/** The fields of `MandateFields`. */
export const mandateFields = { role: textField(20), organisations: codesField, programs: codesField };

/**
 * The mandate that a form asks for: with the codes that its role takes. The page hides the others, so those that were
 * ticked before the role was chosen are nobody's wish.
 *
 * @throws DomainError `MANDATE.ROLE` (call)
 */
export function mandateOf({ role: text, organisations, programs }: GivenMandate): Mandate {
  const role = readRole(text);
  return {
    role,
    organisations: role === 'donor' ? organisations : [],
    programs: role === 'officer' ? programs : [],
  };
}

/** A box that must be ticked before something is taken away. */
export const confirmedForm = z.object({ confirmed: textField(10) }).prefault({});
