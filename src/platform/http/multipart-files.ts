import { DomainError } from '../../core/errors.ts';

/** Of a form that takes a file: the file may be too large for its purpose, and is refused there in words. */
export const FILE_FORM_LIMIT_BYTES = 4 * 1024 * 1024;

/** A file of rows that is taken as one thing, on a page as by a command. */
export const LARGE_FILE_BYTES = 64 * 1024 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its form takes a file; one of evidence may be as large as the setting says, one of rows as a command's. */
    readonly takesFile?: boolean | 'evidence' | 'rows';
    /** It takes as many rows as a file has. */
    readonly takesRows?: boolean;
  }
}

/** A field of a form: what was typed, or a file's content, which is empty where none was chosen. */
export type FormField = string | Uint8Array;

/**
 * The fields of a form with files; of those with one name the last. A file that was chosen for `logo` has its name in
 * `logo.name`.
 *
 * @throws DomainError `REQUEST.INVALID` (call)
 */
export async function filesOfMultipart(
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Readonly<Record<string, FormField>>> {
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    const fields: (readonly [string, FormField])[] = [];
    for (const [name, value] of form) {
      if (typeof value === 'string') fields.push([name, value]);
      else fields.push([name, new Uint8Array(await value.arrayBuffer())], [`${name}.name`, value.name]);
    }
    return Object.fromEntries(fields);
  } catch (cause) {
    throw new DomainError('REQUEST.INVALID', 'The form cannot be read.', { kind: 'call', cause });
  }
}
