import { type NumberKind, numberKind } from './number-format.ts';
import { type HiddenParts, type MergedCells, type SheetRow, sheetRows } from './sheet-rows.ts';
import { localName, onElements, Parts, Refused, SAVE_AS_XLSX, unescaped } from './workbook-parts.ts';
import { zipEntries } from './zip-entries.ts';

/** A sheet as text, cell by cell as it is shown, or why it cannot be read. */
export type ReadSheet =
  | {
      readonly sheet: string;
      readonly rows: readonly SheetRow[];
      /** The sheet does not show. */
      readonly isHidden: boolean;
      /** Of what was read, what does not show. */
      readonly hidden: HiddenParts;
      /** Names of the sheets that were not read, and whether they show. */
      readonly others: readonly { readonly name: string; readonly hidden: boolean }[];
      /** Merged cells, the first with what it holds: it holds for all of them. */
      readonly merged: readonly MergedCells[];
    }
  | { readonly refused: { readonly code: string; readonly message: string; readonly remedy: string } };

const NOT_A_WORKBOOK = 'FILE.NOT_A_WORKBOOK';

/**
 * Reads one sheet of an XLSX workbook (ISO/IEC 29500): the first that is not hidden, or the one of a name. Formulas give
 * the value that is stored with them. What it unpacks to is counted while it is unpacked, and the reading stops where
 * that is too much.
 */
export async function readWorkbook(bytes: Uint8Array, wanted: string | null): Promise<ReadSheet> {
  try {
    return await read(bytes, wanted);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message, remedy } = error;
    return { refused: { code, message, remedy } };
  }
}

async function read(bytes: Uint8Array, wanted: string | null): Promise<ReadSheet> {
  const entries = zipEntries(bytes);
  if (entries === null) {
    const message = 'The file begins as a workbook and is not whole, or has a password.';
    throw new Refused('FILE.BROKEN_WORKBOOK', message, SAVE_AS_XLSX);
  }
  const parts = new Parts(entries);
  const { sheets, since1904 } = await sheetsOf(parts);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const sheet =
    wanted === null
      ? (visible[0] ?? sheets[0])
      : sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (sheet === undefined) {
    const message = wanted === null ? 'The workbook has no sheet.' : `There is no sheet "${wanted}".`;
    throw new Refused(
      'FILE.NO_SHEET',
      message,
      `Sheets are: ${sheets.map(({ name }) => name).join(', ') || 'none'}.`,
    );
  }
  const kinds = await numberKinds(parts);
  const strings = await sharedStrings(parts);
  const { rows, merged, hidden } = await sheetRows((parser) => parts.parse(sheet.path, parser), {
    strings,
    kinds,
    since1904,
  });
  const others = sheets.flatMap((one) => (one === sheet ? [] : [{ name: one.name, hidden: one.hidden }]));
  return { sheet: sheet.name, isHidden: sheet.hidden, rows, others, merged, hidden };
}

interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

async function sheetsOf(parts: Parts): Promise<{ sheets: readonly SheetPart[]; since1904: boolean }> {
  if (!parts.has('xl/workbook.xml')) throw notAWorkbook(parts);
  const targets = new Map<string, string>();
  await parts.parse(
    'xl/_rels/workbook.xml.rels',
    onElements((name, attributes) => {
      const { Id = '', Target = '' } = name === 'Relationship' ? attributes() : {};
      if (Id !== '') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    }),
  );
  const sheets: SheetPart[] = [];
  let since1904 = false;
  await parts.parse(
    'xl/workbook.xml',
    onElements((element, attributes) => {
      if (element === 'workbookPr') since1904 = ['1', 'true'].includes(attributes().date1904 ?? '');
      if (element !== 'sheet') return;
      const { name = '', state = 'visible', ...ids } = attributes();
      const id = Object.entries(ids).find(([key]) => localName(key) === 'id' && key.includes(':'))?.[1];
      const path = targets.get(id ?? '');
      if (path !== undefined && !/chartsheets|dialogsheets/.test(path)) {
        sheets.push({ name, path, hidden: state !== 'visible' });
      }
    }),
  );
  return { sheets, since1904 };
}

function notAWorkbook(parts: Parts): Refused {
  if (parts.has('xl/workbook.bin')) {
    return new Refused(NOT_A_WORKBOOK, 'The file is a binary workbook (.xlsb).', SAVE_AS_XLSX);
  }
  if (parts.has('mimetype') && parts.text('mimetype').includes('opendocument.spreadsheet')) {
    return new Refused(NOT_A_WORKBOOK, 'The file is an OpenDocument workbook (.ods).', SAVE_AS_XLSX);
  }
  return new Refused(
    NOT_A_WORKBOOK,
    'The file is an archive, and no workbook.',
    'Unpack it, and import the table that is in it.',
  );
}

/** For each style of cells what it makes of a number. */
async function numberKinds(parts: Parts): Promise<readonly NumberKind[]> {
  if (!parts.has('xl/styles.xml')) return [];
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let ofCells = false;
  const parser = onElements((name, attributes) => {
    if (name === 'cellXfs') ofCells = true;
    else if (name === 'numFmt') {
      const { numFmtId, formatCode = '' } = attributes();
      codes.set(Number(numFmtId), formatCode);
    } else if (name === 'xf' && ofCells) {
      const id = Number(attributes().numFmtId ?? 0);
      kinds.push(numberKind(id, codes.get(id)));
    }
  });
  parser.on('closeTag', (name) => {
    if (localName(name) === 'cellXfs') ofCells = false;
  });
  await parts.parse('xl/styles.xml', parser);
  return kinds;
}

/** The texts that cells share; what helps to pronounce them is none. */
async function sharedStrings(parts: Parts): Promise<readonly string[]> {
  if (!parts.has('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  let [text, within, aside]: [string, boolean, boolean] = ['', false, false];
  const parser = onElements((name) => {
    if (name === 'si') text = '';
    else if (name === 't') within = true;
    else if (name === 'rPh') aside = true;
  });
  const add = (piece: string) => {
    if (within && !aside) text += piece;
  };
  parser.on('text', (piece, decode) => add(decode(piece)));
  parser.on('cdata', add);
  parser.on('closeTag', (name) => {
    const local = localName(name);
    if (local === 'si') strings.push(unescaped(text));
    else if (local === 't') within = false;
    else if (local === 'rPh') aside = false;
  });
  await parts.parse('xl/sharedStrings.xml', parser);
  return strings;
}
