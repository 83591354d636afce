import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { fixedParts, sheetParts, stylesXml, workbookParts } from './sheet-xml.ts';
import { type SheetCell, sheetNames } from './workbook.ts';

/** A sheet of so many rows that nobody holds them all: they are asked for as they are sent. */
export interface StreamedSheet {
  /** Made fit for spreadsheets (`sheetNames`). */
  readonly name: string;
  /** Heads of the columns, which stay in sight; again where the rows go on in another sheet. None: the rows stand alone. */
  readonly head: readonly SheetCell[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Some at a time. */
  rows(): AsyncIterable<readonly (readonly SheetCell[])[]>;
}

/** As many rows as a sheet takes, its head with them. */
export const MOST_SHEET_ROWS = 1_048_576;
/** XML is handed to be compressed in parts of about so many characters. */
const PART_CHARACTERS = 65_536;

/**
 * A workbook as an XLSX file (ISO/IEC 29500), bit by bit as it is taken: the XML of a few hundred rows is in memory, and
 * zlib's threads compress it. What a sheet does not take goes on in another one. As in `writeXlsx` no text is run as a
 * formula.
 *
 * @param date stands for when the file was made
 */
export async function* xlsxBytes(
  sheets: Iterable<StreamedSheet> | AsyncIterable<StreamedSheet>,
  date: Date,
  mostRows: number = MOST_SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) waiting.push(bytes);
  });
  const taken = () => waiting.splice(0);
  const add = async function* (name: string, xml: AsyncIterable<string> | Iterable<string>) {
    const file: ZipInputFile = { filename: name, compression: 8, crc: 0, size: 0, mtime: date };
    zip.add(file);
    // The head of the first file is the first byte: it waits for no row.
    yield* taken();
    for await (const bytes of deflated(xml, file)) {
      file.ondata?.(null, bytes, false);
      yield* taken();
    }
    file.ondata?.(null, new Uint8Array(), true);
    yield* taken();
  };
  for (const [name, xml] of fixedParts()) yield* add(name, [xml]);
  const styles = new Map<string, number>();
  const names: string[] = [];
  for await (const sheet of sheets) {
    const pieces = sheet.rows()[Symbol.asyncIterator]();
    let rest: readonly (readonly SheetCell[])[] | null = [];
    do {
      names.push(sheet.name);
      let count = sheet.head.length > 0 ? 1 : 0;
      const xml = async function* () {
        const { start, row, end } = sheetParts(sheet, styles);
        yield start;
        const written = (rows: readonly (readonly SheetCell[])[]) => {
          const before = count;
          count += rows.length;
          return rows.map((cells, at) => row(cells, before + at + 1));
        };
        while (rest !== null && count + rest.length <= mostRows) {
          yield* written(rest);
          const next = await pieces.next();
          rest = next.done === true ? null : next.value;
        }
        if (rest !== null) {
          const room = mostRows - count;
          yield* written(rest.slice(0, room));
          rest = rest.slice(room);
        }
        yield end;
      };
      yield* add(`xl/worksheets/sheet${names.length}.xml`, xml());
    } while (rest !== null);
  }
  for (const [name, xml] of workbookParts(sheetNames(names))) yield* add(name, [xml]);
  yield* add('xl/styles.xml', [stylesXml(styles)]);
  zip.end();
  yield* taken();
}

/** The XML compressed; its size and checksum are known at its end, and stand behind it. */
async function* deflated(
  xml: AsyncIterable<string> | Iterable<string>,
  file: ZipInputFile,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts = async function* () {
    let text = '';
    const bytes = () => {
      const part = Buffer.from(text);
      text = '';
      file.crc = crc32(part, file.crc);
      file.size += part.length;
      return part;
    };
    for await (const piece of xml) {
      text += piece;
      if (text.length >= PART_CHARACTERS) yield bytes();
    }
    yield bytes();
  };
  const deflate = createDeflateRaw();
  const filled = pipeline(Readable.from(parts(), { objectMode: false }), deflate);
  // Its failure is that of the reading below.
  filled.catch(() => undefined);
  for await (const bytes of deflate) yield bytes as Buffer<ArrayBuffer>;
  await filled;
}
