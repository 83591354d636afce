import { z } from 'zod';
import { LANGUAGES, type Language } from '../../core/text.ts';
import { safeNext } from '../next.ts';

/** What the address of a page says that every page understands. */
export interface Asked {
  readonly lang?: Language | undefined;
  /** What has just been done: a key of the page's notices. */
  readonly done?: unknown;
}

/** What the address of a page with forms may say. What it says besides is nothing to us: people come by links of all kinds. */
export const pageQuery = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  next: z.unknown().optional().transform(safeNext),
  done: z.unknown().optional(),
  /** Of a list: the last row of the page before. */
  cursor: z.string().max(200).optional().catch(undefined),
});
export type PageQuery = z.output<typeof pageQuery>;
