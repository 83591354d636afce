import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Sheet, SheetLine } from '../../core/report/sheet.ts';
import { sheetNames } from '../../core/report/sheet-names.ts';
import { headRow, sheetParts } from './sheet-xml.ts';
import { CellStyles, stylesXml } from './styles-xml.ts';
import { fixedParts, type WrittenSheet, workbookParts } from './workbook-xml.ts';
import { withZipDates } from './zip-dates.ts';

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
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  date: Date,
  mostRows: number = MOST_SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) waiting.push(bytes);
  });
  const taken = () => waiting.splice(0);
  const mtime = inArchive(date);
  const add = async function* (name: string, xml: AsyncIterable<string> | Iterable<string>) {
    const file: ZipInputFile = { filename: name, compression: 8, crc: 0, size: 0, mtime };
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
  const styles = new CellStyles();
  const all: WrittenSheet[] = [];
  for await (const sheet of sheets) {
    const pieces = sheet.rows()[Symbol.asyncIterator]();
    const head = headRow(sheet);
    // What was asked for and is not written yet; null: there are no more rows.
    let rest: readonly SheetLine[] | null = [];
    let isWhole = false;
    do {
      let count = head;
      let last = head;
      const xml = async function* () {
        const { start, row, sentence, end } = sheetParts(sheet, styles);
        yield start();
        const written = (lines: readonly SheetLine[]) => {
          const before = count;
          count += lines.length;
          return lines.map((cells, at) => row(cells, before + at + 1));
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
        last = count;
        if (rest === null) {
          const { total = null, notes = [] } = sheet.foot?.() ?? {};
          // An empty row above the notes.
          const needed = (total === null ? 0 : 1) + (notes.length === 0 ? 0 : notes.length + 1);
          // A sheet that has no rows takes it, or none would.
          isWhole = count + needed <= mostRows || count === head;
          if (isWhole) {
            if (total !== null) yield* written([total]);
            if (notes.length > 0) yield* notes.map((note, at) => sentence(note, count + 2 + at));
          }
        }
        yield end(last);
      };
      yield* add(`xl/worksheets/sheet${all.length + 1}.xml`, xml());
      all.push({
        name: sheet.name,
        table: head === 0 ? null : { head, last, columns: sheet.head.length },
      });
    } while (!isWhole);
  }
  const names = sheetNames(all.map(({ name }) => name));
  const named = all.map((sheet, at) => ({ ...sheet, name: names[at] ?? '' }));
  for (const [name, xml] of workbookParts(named)) yield* add(name, [xml]);
  yield* add('xl/styles.xml', [stylesXml(styles)]);
  zip.end();
  yield* taken();
}

/** The same whole, for a workbook of which nobody waits for the first byte; equal sheets with equal dates give equal bytes. */
export async function xlsxFile(sheets: Iterable<Sheet>, date: Date): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const bytes of xlsxBytes(sheets, date)) parts.push(bytes);
  // The archive is dated in the machine's own time zone, which is not everywhere the same.
  return withZipDates(Buffer.concat(parts), date);
}

/** Archives know the years from 1980 to 2099; a day within them, whatever the machine's time zone is. */
const [FIRST_MOMENT, LAST_MOMENT] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];

function inArchive(date: Date): Date {
  return new Date(Math.min(LAST_MOMENT, Math.max(FIRST_MOMENT, date.getTime())));
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
