import { z } from 'zod';

/** Postgres takes a NUL in no text. */
export const characters = (most: number) =>
  z
    .string({ error: 'takes one value' })
    .max(most, { error: `takes at most ${most} characters` })
    .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' });

/** A field of one line, empty where it was left out: the use cases say what they miss. */
export const textField = (most: number) => characters(most).default('');

/** No longer than anybody's; how long one may be the use cases say. */
export const passwordField = textField(4096);
