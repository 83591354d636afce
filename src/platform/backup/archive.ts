import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';

/**
 * A backup: gzipped lines of JSON, of no engine's own making. First a head; then, for each table, an object with its
 * name and columns and an array for each row, every value as the database writes it in text; last an end with the
 * number of rows and the SHA-256 of all that stands before it.
 */
const VERSION = 1;
const headSchema = z.object({
  format: z.literal('attest-backup'),
  version: z.literal(VERSION),
  takenAt: z.iso.datetime(),
  /** Hashes of the migrations that made the tables. */
  migrations: z.array(z.string()),
});
/** What any version's first line says. */
const signatureSchema = z.object({ format: z.literal('attest-backup'), version: z.int() });
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });
const rowSchema = z.array(z.string().nullable());
const endSchema = z.object({ rows: z.int(), sha256: z.string() });

export type Head = Omit<z.infer<typeof headSchema>, 'format' | 'version'>;

/** The rows come as the JSON text of an array of texts and nulls, as the database can write it itself. */
export interface ArchivedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<string>;
}

export interface Archive {
  readonly head: Head;
  readonly rowCount: number;
  readonly tables: readonly z.infer<typeof tableSchema>[];
  /** In the order of the archive, each table's rows in batches. To be read once, and as often as it is called. */
  batches(): AsyncIterable<Batch>;
}

export interface Batch {
  readonly table: string;
  readonly columns: readonly string[];
  /** The JSON text of an array of rows. */
  readonly rows: string;
}

/** Rows up to this many characters go to the database at once; a PDF in a row makes it longer. */
const BATCH_LENGTH = 2_000_000;

/** No row is longer: the largest hold a PDF, in hexadecimal. A file that unpacks to one endless line ends here. */
const LINE_LENGTH = 2 ** 27;
const HEAD_LENGTH = 2 ** 20;

/** A line with a PDF in it has megabytes; small chunks would be put together again and again. */
const UNPACK_CHUNK_BYTES = 2 ** 20;

export async function writeArchive(head: Head, tables: AsyncIterable<ArchivedTable>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of Readable.from(archiveLines(head, tables)).pipe(createGzip())) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* archiveLines(head: Head, tables: AsyncIterable<ArchivedTable>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let rows = 0;
  const hashed = (line: string): string => {
    hash.update(`${line}\n`);
    return `${line}\n`;
  };
  yield hashed(JSON.stringify({ format: 'attest-backup', version: 1, ...head }));
  for await (const { table, columns, rows: lines } of tables) {
    yield hashed(JSON.stringify({ table, columns }));
    for await (const line of lines) {
      rows += 1;
      yield hashed(line);
    }
  }
  yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`;
}

/**
 * Reads an archive to its end, so that nothing is begun with one that is damaged or cut off.
 *
 * @throws DomainError BACKUP.NOT_A_BACKUP, BACKUP.DAMAGED, BACKUP.NEWER_FORMAT
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const hash = createHash('sha256');
  let head: Head | undefined;
  const tables: z.infer<typeof tableSchema>[] = [];
  let rowCount = 0;
  let end: z.infer<typeof endSchema> | undefined;
  try {
    for await (const line of lines(bytes)) {
      const value: unknown = JSON.parse(line);
      if (end !== undefined) {
        throw damaged('something follows its end');
      }
      end = endSchema.safeParse(value).data;
      if (end !== undefined) {
        continue;
      }
      hash.update(`${line}\n`);
      if (head === undefined) {
        head = readHead(value);
      } else if (Array.isArray(value)) {
        if (rowSchema.parse(value).length !== tables.at(-1)?.columns.length) {
          throw damaged(`row ${rowCount + 1} does not fit its table`);
        }
        rowCount += 1;
      } else {
        tables.push(tableSchema.parse(value));
      }
    }
  } catch (error) {
    throw explain(error, head !== undefined);
  }
  if (head === undefined || end === undefined) {
    throw head === undefined ? notABackup() : damaged('it is cut off');
  }
  if (end.rows !== rowCount || end.sha256 !== hash.digest('hex')) {
    throw damaged('its checksum is another');
  }
  return { head, rowCount, tables, batches: () => batches(bytes) };
}

function readHead(value: unknown): Head {
  const { version } = signatureSchema.parse(value);
  if (version !== VERSION) {
    throw new DomainError('BACKUP.NEWER_FORMAT', `The backup has format ${version}; here is ${VERSION}.`, {
      kind: 'refused',
      remedy: 'Restore it with the version of Attest that made it. Nothing was changed.',
    });
  }
  return headSchema.parse(value);
}

async function* batches(bytes: Uint8Array): AsyncGenerator<Batch> {
  let current: z.infer<typeof tableSchema> | undefined;
  let rows: string[] = [];
  let length = 0;
  const flush = function* (): Generator<Batch> {
    if (current !== undefined && rows.length > 0) {
      yield { ...current, rows: `[${rows.join(',')}]` };
    }
    rows = [];
    length = 0;
  };
  for await (const line of lines(bytes)) {
    if (line.startsWith('[')) {
      if (length + line.length > BATCH_LENGTH) {
        yield* flush();
      }
      rows.push(line);
      length += line.length;
    } else {
      yield* flush();
      current = tableSchema.safeParse(JSON.parse(line)).data;
    }
  }
}

async function* lines(bytes: Uint8Array): AsyncGenerator<string> {
  const unpacked = createGunzip({ chunkSize: UNPACK_CHUNK_BYTES });
  unpacked.end(bytes);
  const decoder = new TextDecoder();
  let rest = '';
  let longest = HEAD_LENGTH;
  for await (const chunk of unpacked) {
    const [first = '', ...parts] = decoder.decode(chunk, { stream: true }).split('\n');
    rest += first;
    if (rest.length > longest) {
      throw damaged('a line in it has no end');
    }
    if (parts.length > 0) {
      yield rest;
      longest = LINE_LENGTH;
      rest = parts.pop() ?? '';
      yield* parts;
    }
  }
  // Every line that was written has an end.
  if (rest !== '') {
    throw damaged('it is cut off');
  }
}

function explain(error: unknown, begun: boolean): DomainError {
  if (error instanceof DomainError && (begun || error.code === 'BACKUP.NEWER_FORMAT')) {
    return error;
  }
  return begun ? damaged('its lines cannot be read', error) : notABackup(error);
}

function notABackup(cause?: unknown): DomainError {
  return new DomainError('BACKUP.NOT_A_BACKUP', 'The file is not a backup of Attest.', {
    kind: 'refused',
    remedy: 'Give a file that "npm run backup" made. Nothing was changed.',
    cause,
  });
}

function damaged(how: string, cause?: unknown): DomainError {
  return new DomainError('BACKUP.DAMAGED', `The backup is damaged: ${how}.`, {
    kind: 'refused',
    remedy: 'Use another copy of it. Nothing was changed.',
    cause,
  });
}
