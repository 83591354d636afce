import { DomainError } from '../../core/errors.ts';
import { officeWith, patched, SOUND, zipOf } from './fixtures/files.ts';
import { knownFile } from './known-file.ts';

const codeOf = (content: Uint8Array | string, name = 'a.pdf'): string => {
  try {
    return knownFile(typeof content === 'string' ? Buffer.from(content) : content, name);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('a file is what its content says', () => {
  it('whatever it is called', () => {
    for (const [type, content] of Object.entries(SOUND)) {
      // A text is a table by its name alone.
      const name = type === 'csv' ? 'x.csv' : 'x.exe';
      expect([type, codeOf(content, name)]).toEqual([type, type]);
    }
    expect(codeOf(SOUND.csv, 'x.html')).toBe('txt');
  });

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'EVIDENCE.MARKUP'],
    ['a page', '<!doctype html><p>x', 'EVIDENCE.MARKUP'],
    ['a page after words', 'Report\n<script>x</script>', 'EVIDENCE.MARKUP'],
    ['a script', '#!/bin/sh\n', 'EVIDENCE.MARKUP'],
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), 'EVIDENCE.TYPE'],
    ['a text in another encoding', Buffer.from('Relat\xf3rio', 'latin1'), 'EVIDENCE.TYPE'],
    ['a text with control characters', 'a\x1b[31m', 'EVIDENCE.TYPE'],
    ['a packed file of no office', zipOf({ 'a.txt': 'a' }), 'EVIDENCE.TYPE'],
    ['a packed file with a password', patched(SOUND.docx, 0x02014b50, 8, 1), 'EVIDENCE.UNREADABLE'],
    ['half of one', SOUND.docx.subarray(0, SOUND.docx.length / 2), 'EVIDENCE.UNREADABLE'],
    ['a PDF without an end', '%PDF-1.4\n', 'EVIDENCE.UNREADABLE'],
    ['a PDF with a script', '%PDF-1.4\n/JavaScript\n%%EOF', 'EVIDENCE.ACTIVE'],
    ['a PDF with a password', '%PDF-1.6\ntrailer<</Root 1 0 R/Encrypt 9 0 R>>\n%%EOF', 'EVIDENCE.ENCRYPTED'],
    [
      'a PDF that forbids to copy, whose key stands in the list of its parts',
      '%PDF-1.7\n7 0 obj<</Type/XRef/Encrypt\r\n<</Filter/Standard/V 5>>/W[1 2 1]>>stream\n%%EOF',
      'EVIDENCE.ENCRYPTED',
    ],
    [
      'a document of Word with a password',
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'EVIDENCE.ENCRYPTED',
    ],
    [
      'a document of an old Word',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0', 'latin1'),
      'EVIDENCE.TYPE',
    ],
    ['macros', officeWith({ 'word/vbaProject.bin': 'x' }), 'EVIDENCE.ACTIVE'],
    ['a path out of the archive', officeWith({ '../x': 'x' }), 'EVIDENCE.ACTIVE'],
    [
      'a document of LibreOffice with a password',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': 'x',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
      'EVIDENCE.ENCRYPTED',
    ],
    [
      'macros of LibreOffice',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': 'x',
        'Basic/Standard/m.xml': 'x',
      }),
      'EVIDENCE.ACTIVE',
    ],
    [
      'what says that it unpacks to gigabytes',
      patched(SOUND.docx, 0x02014b50, 24, 0xfffffff0),
      'EVIDENCE.BOMB',
    ],
    // A list of types of two megabytes of nothing packs to two thousand bytes.
    [
      'a list that unpacks to more than is looked at',
      officeWith({ '[Content_Types].xml': ' '.repeat(2 ** 21) }),
      'EVIDENCE.UNREADABLE',
    ],
  ])('refuses %s', (_what, content, code) => {
    expect(codeOf(content)).toBe(code);
  });

  it('takes a PDF that only writes of encryption', () => {
    expect(codeOf('%PDF-1.7\n(The key /Encrypt and /EncryptMetadata true)\n%%EOF')).toBe('pdf');
  });

  it('looks into no part of an office file but its lists', () => {
    // Thirty megabytes of nothing in a part that is not looked into.
    const bomb = officeWith({ 'word/media/image1.png': '\0'.repeat(30_000_000) });
    expect(codeOf(bomb)).toBe('docx');
  });
});
