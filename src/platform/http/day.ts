import { z } from 'zod';
import { isDay } from '../../core/period.ts';

const error = 'takes a day such as 2017-06-30';

/** A day in an address, of the years that we reckon with: calendars and databases go on, and break elsewhere. */
export const dayParameter = z.iso
  .date({ error, abort: true })
  .refine(isDay, { error, params: { reason: 'not-a-day' } });
