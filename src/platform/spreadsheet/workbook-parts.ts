import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { Parser } from 'saxen';
import type { ZipEntry } from './zip-entries.ts';

/** A hundred thousand rows of twenty cells are some 80 MB; packed to a tenth or less, so what is packed says nothing. */
const MOST_UNPACKED = 300 * 1024 * 1024;
/** Longer than any cell's text: the parser reads again what a piece leaves unfinished. */
const CHUNK = 256 * 1024;
export const SAVE_AS_XLSX = 'Open it in a spreadsheet, and save it as XLSX.';

/** Why a workbook cannot be read. */
export class Refused extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/** The parts of a workbook, and how much of them may still be unpacked. */
export class Parts {
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #left = MOST_UNPACKED;

  constructor(entries: ReadonlyMap<string, ZipEntry>) {
    this.#entries = entries;
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  text(path: string): string {
    return new TextDecoder().decode(this.#entries.get(path)?.packed.subarray(0, 200));
  }

  /** Unpacks a part piece by piece into a parser; nothing of it is kept. */
  async parse(path: string, parser: Parser): Promise<void> {
    // Counted first: the parser is a hundred times slower than unpacking.
    await this.#unpack(path, ({ length }) => {
      this.#left -= length;
      if (this.#left < 0) throw tooLarge();
    });
    const decoder = new TextDecoder();
    let failed = false;
    parser.on('error', () => {
      failed = true;
    });
    await this.#unpack(path, (piece) => {
      parser.write(decoder.decode(piece, { stream: true }));
      if (failed) throw broken(`has a part that is no XML (${path})`);
    });
    parser.write(decoder.decode());
    parser.end();
    if (failed) throw broken(`has a part that is no whole XML (${path})`);
  }

  async #unpack(path: string, take: (piece: Uint8Array) => void): Promise<void> {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw broken(`has no ${path}`);
    const into = new Writable({
      write(piece: Uint8Array, _encoding, done) {
        try {
          take(piece);
          done();
        } catch (error) {
          done(error as Error);
        }
      },
    });
    const from = Readable.from([entry.packed]);
    try {
      await (entry.deflated
        ? pipeline(from, createInflateRaw({ chunkSize: CHUNK }), into)
        : pipeline(from, into));
    } catch (error) {
      if (isZlib(error)) throw broken(`has a part that does not unpack (${path})`);
      throw error;
    }
  }
}

function isZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

export function broken(what: string): Refused {
  return new Refused('FILE.BROKEN_WORKBOOK', `The workbook ${what}.`, SAVE_AS_XLSX);
}

export function tooLarge(): Refused {
  return new Refused(
    'FILE.TOO_LARGE',
    'The workbook unpacks to more than can be read.',
    'Delete what is not the table, or split it into several files.',
  );
}

/** A parser that tells which elements begin, by their names without a prefix. */
export function onElements(
  begins: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
): Parser {
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    begins(localName(name), attributes);
  });
  return parser;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Characters that XML cannot hold stand in workbooks as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text
        .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/\r\n?/g, '\n')
    : text;
}
