import { z } from 'zod';
import { LANGUAGES, READERSHIPS } from '../../core/text.ts';
import { PIECE_KINDS } from '../../results/index.ts';

const words = (most: number) =>
  z
    .string({ error: 'takes one text' })
    .max(most, { error: `takes at most ${most} characters` })
    .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
    .default('');

const shape = {
  kind: z.enum(PIECE_KINDS, { error: `takes ${PIECE_KINDS.join(', ')}` }),
  title: words(2_000).describe('Without it a file is called by its name.'),
  titleFor: z
    .enum(READERSHIPS, { error: `takes ${READERSHIPS.join(' or ')}` })
    .optional()
    .describe('Who may read it of those who see the figure; without it, the rule of all texts.'),
  url: words(4_000).describe('Of a link.'),
  quotation: words(20_000).describe('Of a quotation.'),
  page: words(400).describe('Of a quotation: where it stands in what the title names.'),
  language: z
    .enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` })
    .default('en')
    .describe('In which the words are.'),
};

/** What is attached, as JSON or as a form with a file. */
export const evidenceBody = z.strictObject({
  ...shape,
  file: z
    .unknown()
    .refine((given) => given instanceof Uint8Array, { error: 'takes a file, in multipart/form-data' })
    .transform((given) => given as Uint8Array)
    .optional()
    .meta({
      type: 'string',
      format: 'binary',
      description: 'Of a file: in multipart/form-data, with its name.',
    }),
  'file.name': z.string().max(1_000).optional().meta({ description: 'As the form says it, with the file.' }),
});
export type EvidenceBody = z.output<typeof evidenceBody>;
