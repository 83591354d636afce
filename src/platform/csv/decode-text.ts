import { oneLine } from '../../core/one-line.ts';
import { fileError, type RowError } from './row-error.ts';

export interface DecodedText {
  /** With line ends of one kind: a text of several lines is the same text whichever system saved it. */
  readonly text: string;
  /** What was guessed, in whole sentences. */
  readonly notes: readonly string[];
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Files of other programs, by their first bytes, and what to do with them. */
const FOREIGN: readonly { readonly begins: string; readonly is: string; readonly remedy: string }[] = [
  {
    begins: '\xd0\xcf\x11\xe0',
    is: 'is a workbook of an old kind (.xls), or one with a password',
    remedy: 'Open it, and save it as XLSX without a password.',
  },
  { begins: '%PDF', is: 'is a PDF', remedy: 'Import the table that it was made from.' },
  { begins: '\x1f\x8b', is: 'is packed (gzip)', remedy: 'Unpack it first.' },
  {
    begins: '<',
    is: 'is a page or a document (HTML, XML), whatever it is called',
    remedy: 'Open it in a spreadsheet, and save it as XLSX or as "CSV UTF-8".',
  },
  { begins: '{', is: 'is JSON', remedy: 'Export the table as CSV.' },
  { begins: '[{', is: 'is JSON', remedy: 'Export the table as CSV.' },
];

/** Enough to tell a kind of file by, and a text that has letters of two bytes each. */
const BEGINNING = 4_096;

/**
 * The text of a file, in whichever of the codes that spreadsheets save it was written: UTF-8, UTF-16 with a mark or
 * without, Windows-1252. What is none of them, or another kind of file, is refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText | RowError {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  const foreign = FOREIGN.find(({ begins }) => beginning.replace(/^ï»¿/, '').trimStart().startsWith(begins));
  if (foreign !== undefined) {
    return fileError(1, 'FILE.NOT_A_TABLE', `The file ${foreign.is}.`, foreign.remedy);
  }
  const wide = wideEncoding(beginning);
  if (wide !== null) {
    const text = decode(bytes, wide);
    return text === null
      ? fileError(1, 'FILE.NOT_TEXT', 'The file begins as UTF-16 and is not.', 'Save it as "CSV UTF-8".')
      : { text, notes: ['The file is in UTF-16, and was read as such.'] };
  }
  if (bytes.includes(0)) {
    return fileError(1, 'FILE.NOT_TEXT', 'The file is no text.', 'Import XLSX, or CSV in UTF-8.');
  }
  const text = decode(bytes, 'utf-8');
  return text === null ? decodeOld(bytes) : { text, notes: [] };
}

/** By its mark; else, because half the bytes of a table in UTF-16 are zero. */
function wideEncoding(beginning: string): Encoding | null {
  if (beginning.startsWith('\xff\xfe')) return 'utf-16le';
  if (beginning.startsWith('\xfe\xff')) return 'utf-16be';
  const zeros = (of: 0 | 1) =>
    [...beginning].filter((byte, index) => byte === '\0' && index % 2 === of).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const many = beginning.length / 4;
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

/**
 * What is not UTF-8 is Windows-1252, as spreadsheets save "CSV" in the Americas and in Western Europe: unless a line of
 * it is UTF-8 and has letters outside ASCII (then the file is of two kinds), or it has bytes that Windows-1252 has not.
 */
function decodeOld(bytes: Uint8Array): DecodedText | RowError {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\r|\n/);
  const beyondAscii = lines.flatMap((line, index) => (/[\x80-\xff]/.test(line) ? [{ line, index }] : []));
  // A newline's byte is part of no longer UTF-8 sequence, so lines can be tried one by one.
  const isUtf8 = ({ line }: { line: string }) => decode(Buffer.from(line, 'latin1'), 'utf-8') !== null;
  const first = beyondAscii.find((line) => !isUtf8(line));
  const at = (first?.index ?? 0) + 1;
  if (beyondAscii.some(isUtf8) || beyondAscii.some(({ line }) => /[\x81\x8d\x8f\x90\x9d]/.test(line))) {
    return fileError(at, 'FILE.NOT_UTF8', `Line ${at} is not UTF-8.`, 'Save the file as "CSV UTF-8".');
  }
  const text = decode(bytes, 'windows-1252') ?? '';
  const shown = text.split('\n')[at - 1] ?? '';
  const note = `The file is not UTF-8, and was read as Windows-1252: line ${at} as "${around(shown)}". Is that right?`;
  return { text, notes: [note] };
}

/** The first letter outside ASCII, with what stands around it. */
function around(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
  const at = Math.max(0, line.search(/[^\x00-\x7f]/) - 20);
  return oneLine(line.slice(at, at + 50), 50);
}
