import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../core/errors.ts';
import { type ZipEntry, zipEntries } from '../../platform/spreadsheet/zip-entries.ts';

/** The files that are taken as evidence, by what they are. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  txt: 'text/plain',
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** So many parts has no document that somebody wrote, and so much does none unpack to. */
const MOST_PARTS = 3_000;
const MOST_UNPACKED = 512 * 1024 * 1024;
/** Of the few parts that are looked into. */
const MOST_OF_A_PART = 1024 * 1024;

/**
 * What a file is by its content, and by nothing that is said of it: its name decides only whether a text is called a
 * table. What a browser or an office program would carry out is refused, and so is what nobody here can look into.
 *
 * Nothing is unpacked but two small lists of an office document, up to a megabyte each; a packed bomb costs no more than
 * its own bytes.
 *
 * @throws DomainError `EVIDENCE.TYPE`, `EVIDENCE.MARKUP`, `EVIDENCE.ACTIVE`, `EVIDENCE.ENCRYPTED`, `EVIDENCE.UNREADABLE`,
 *   `EVIDENCE.BOMB` (refused)
 * @example knownFile(new TextEncoder().encode('45 people'), 'people') // 'txt'
 */
export function knownFile(content: Uint8Array, name: string): FileType {
  const head = bytesOf(content).toString('latin1', 0, 64);
  if (head.startsWith('%PDF-')) return pdf(content);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) {
    if (head.slice(8, 16) !== '\0\0\0\rIHDR') throw unreadable('The picture is not whole.');
    return 'png';
  }
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^RIFF[\s\S]{4}WEBPVP8[ LX]/.test(head)) return 'webp';
  if (head.startsWith('PK\x03\x04')) return office(content);
  if (head.startsWith(OLD_OFFICE) && bytesOf(content).includes(LOCKED_OFFICE)) throw encrypted();
  return plainText(content, name);
}

function bytesOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** Word and Excel keep a document with a password in the container of their old formats, in a part of this name. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const LOCKED_OFFICE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * How the end of an encrypted PDF names what it is encrypted with (ISO 32000-2, 7.6.2): that stands in the open, in whatever
 * edition of the file, though a PDF may open without a password and only forbid to copy or to print.
 */
const LOCKED_PDF = /\/Encrypt[\s\0]{0,32}(?:\d{1,10}[\s\0]{1,32}\d{1,5}[\s\0]{1,32}R\b|<<)/;

/** Of the second edition at the latest; with an end, and without what opens or runs something by itself. */
function pdf(content: Uint8Array): FileType {
  const text = bytesOf(content);
  const end = text.subarray(Math.max(0, text.length - 4_096));
  if (!/^%PDF-[12]\.\d/.test(text.toString('latin1', 0, 8)) || !end.includes('%%EOF')) {
    throw unreadable('The PDF is not whole.');
  }
  if (LOCKED_PDF.test(text.toString('latin1'))) throw encrypted();
  if (['/JavaScript', '/Launch', '/EmbeddedFile'].some((name) => text.includes(name))) {
    throw active('The PDF holds a script, another file or a command.');
  }
  return 'pdf';
}

/** A document of Word, Excel or LibreOffice: nothing else that is packed is taken. */
function office(content: Uint8Array): FileType {
  const parts = zipEntries(content);
  if (parts === null || parts.size > MOST_PARTS) {
    throw unreadable('The packed file cannot be read, or has a password.');
  }
  const entries = [...parts];
  refuseBombs(content, entries);
  const names = entries.map(([name]) => name);
  if (names.some((name) => /(^|\/)\.\.(\/|$)|^\/|^[a-z]:|[\p{Cc}]/iu.test(name))) {
    throw active('A name in the packed file leads out of it.');
  }
  const type = officeType(parts);
  if (type === null) throw notTaken();
  if (names.some((name) => ACTIVE_PART.test(name)))
    throw active('The document holds macros, controls or programs.');
  const lists = names.filter((name) => TOLD_PART.test(name)).map((name) => unpacked(parts.get(name)));
  if (lists.some((list) => /encryption-data/i.test(list))) throw encrypted();
  if (lists.some((list) => ACTIVE_WORD.test(list))) {
    throw active('The document holds macros, or fetches parts of itself from elsewhere.');
  }
  return type;
}

/** Parts that programs carry out. (What a printer was set to is a `.bin` too, and most workbooks have it.) */
const ACTIVE_PART =
  /(vbaproject|vbadata)[^/]*$|\/(activex|macrosheets|dialogsheets|ctrlprops)\/|^(basic|scripts)\/|(?<!printersettings\d*)\.bin$|\.(exe|dll|js|vbs|hta|ps1|bat|cmd|scr|jar|class|html?|svgz?|docm|xlsm|pptm)$/i;
/** Parts that say what others are, or where they come from. */
const TOLD_PART =
  /^(\[Content_Types\]\.xml|word\/_rels\/(settings|document)\.xml\.rels|META-INF\/manifest\.xml)$/i;
const ACTIVE_WORD =
  /macroEnabled|vbaProject|ms-office\.activeX|relationships\/(attachedTemplate|oleObject|frame|subDocument)"|application\/vnd\.sun\.star\.basic/i;

function officeType(parts: ReadonlyMap<string, ZipEntry>): FileType | null {
  if (parts.has('[Content_Types].xml')) {
    if (parts.has('word/document.xml')) return 'docx';
    return parts.has('xl/workbook.xml') ? 'xlsx' : null;
  }
  const [first] = parts.entries();
  if (first?.[0] !== 'mimetype' || first[1].deflated || !parts.has('content.xml')) return null;
  const said = Buffer.from(first[1].packed.subarray(0, 100)).toString('latin1').trim();
  return said === FILE_TYPES.odt ? 'odt' : said === FILE_TYPES.ods ? 'ods' : null;
}

/** Parts that lie over each other, and what unpacks to more than anybody wrote: neither is opened to find out. */
function refuseBombs(content: Uint8Array, entries: readonly (readonly [string, ZipEntry])[]): void {
  const packed = entries.reduce((sum, [, entry]) => sum + entry.packed.length, 0);
  const stated = entries.reduce((sum, [, entry]) => sum + entry.stated, 0);
  if (packed <= content.length && stated <= MOST_UNPACKED) return;
  throw new DomainError('EVIDENCE.BOMB', 'The packed file unpacks to more than it can hold.', {
    kind: 'refused',
    remedy: 'Bring the document itself, saved anew.',
  });
}

function unpacked(part: ZipEntry | undefined): string {
  if (part === undefined) return '';
  try {
    const bytes = part.deflated
      ? inflateRawSync(part.packed, { maxOutputLength: MOST_OF_A_PART })
      : part.packed;
    return Buffer.from(bytes).toString('utf8');
  } catch {
    throw unreadable('The packed file cannot be read.');
  }
}

/** What control characters a text has: tabs and ends of lines and pages. */
const CONTROLS = /(?![\t\n\f\r])\p{Cc}/u;
/** How markup, scripts and other documents that are written as text begin. */
const SCRIPT_START = /^(<|#!|%!|\{\\rtf|MZ|@echo\b|MIME-Version:|\[InternetShortcut\])/i;
const MARKUP = /<\s*(script|svg|html|iframe|object|embed|!doctype|\?xml|\?php)\b/i;

/** UTF-8, and neither markup nor a script. */
function plainText(content: Uint8Array, name: string): FileType {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw notTaken();
  }
  if (CONTROLS.test(text)) throw notTaken();
  if (SCRIPT_START.test(text.trimStart()) || MARKUP.test(text)) {
    throw new DomainError('EVIDENCE.MARKUP', 'The file is markup or a script.', {
      kind: 'refused',
      remedy: 'Bring it as a PDF or a picture.',
    });
  }
  return /\.(csv|tsv)$/i.test(name) ? 'csv' : 'txt';
}

function notTaken(): DomainError {
  return new DomainError('EVIDENCE.TYPE', 'A file of this type is not taken.', {
    kind: 'refused',
    remedy:
      'Bring a PDF, a picture (PNG, JPEG, WebP), a document or a table of an office program, CSV, or text.',
  });
}

function active(message: string): DomainError {
  return new DomainError('EVIDENCE.ACTIVE', message, {
    kind: 'refused',
    remedy: 'Bring it as a PDF without them.',
  });
}

function encrypted(): DomainError {
  return new DomainError(
    'EVIDENCE.ENCRYPTED',
    'The file is encrypted, so that nobody can look into it here.',
    {
      kind: 'refused',
      remedy:
        'Save or print it as a new file without a password and without limits on copying, and bring that.',
    },
  );
}

function unreadable(message: string): DomainError {
  return new DomainError('EVIDENCE.UNREADABLE', message, {
    kind: 'refused',
    remedy: 'Save it anew, without a password, and bring that.',
  });
}
