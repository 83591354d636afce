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
    ['macros', officeWith({ 'word/vbaProject.bin': 'x' }), 'EVIDENCE.ACTIVE'],
    ['a path out of the archive', officeWith({ '../x': 'x' }), 'EVIDENCE.ACTIVE'],
    [
      'a document of LibreOffice with a password',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': 'x',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
      'EVIDENCE.UNREADABLE',
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

  it('looks into no part of an office file but its lists', () => {
    // Thirty megabytes of nothing in a part that is not looked into.
    const bomb = officeWith({ 'word/media/image1.png': '\0'.repeat(30_000_000) });
    expect(codeOf(bomb)).toBe('docx');
  });
});
