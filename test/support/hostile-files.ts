import fc from 'fast-check';
import { officeWith, patched, SOUND } from '../../src/entry/evidence/fixtures/files.ts';

/** A file that somebody means ill with, or got wrong. */
export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** Its content is sound, and the name alone is not: it may be taken, under another name. */
  readonly isSound: boolean;
}

const DIRECTORY_ENTRY = 0x02014b50;
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What starts, or asks a reader to start, something. */
const MARKUP = [
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '<html><body onload=alert(1)>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  '<?php system($_GET["c"]); ?>',
  '#!/bin/sh\nrm -rf /\n',
  '@echo off\r\ndel *.*\r\n',
  '{\\rtf1\\object}',
  '%!PS-Adobe-3.0\n(x) run',
  'Report\n<script src=//example.org></script>',
  '\n\n  <iframe src="javascript:alert(1)">',
  'MIME-Version: 1.0\nContent-Type: multipart/related',
];
const BINARIES = [
  'MZ\x90\0\x03\0\0\0',
  '\x7fELF\x02\x01\x01\0',
  '\xca\xfe\xba\xbe\0\0\0\x34',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  'Rar!\x1a\x07\0',
  '\x1f\x8b\x08\0\0\0\0\0',
  '7z\xbc\xaf\x27\x1c',
  'GIF89a\x01\0\x01\0',
  'BM\x3e\0\0\0',
  'wOFF\0\x01\0\0',
];
const OFFICE = [
  officeWith({ 'word/vbaProject.bin': 'x' }),
  officeWith({ 'word/activeX/activeX1.bin': 'x' }),
  officeWith({ 'word/embeddings/oleObject1.bin': 'x' }),
  officeWith({ 'word/media/run.exe': 'MZ' }),
  officeWith({ '../../etc/passwd': 'x' }),
  officeWith({ '/absolute': 'x' }),
  officeWith({ 'C:\\windows\\x': 'x' }),
  officeWith({
    '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
  }),
  officeWith({
    'word/_rels/settings.xml.rels':
      '<Relationship Type="http://x/relationships/attachedTemplate" TargetMode="External" Target="https://example.org/x.dotm"/>',
  }),
  // Says that it unpacks to four gigabytes; has a password; is of another packing.
  patched(SOUND.docx, DIRECTORY_ENTRY, 24, 0xfffffff0),
  patched(SOUND.docx, DIRECTORY_ENTRY, 8, 1),
  patched(SOUND.docx, DIRECTORY_ENTRY, 10, 99),
  // Its parts begin elsewhere, or nowhere.
  patched(SOUND.docx, DIRECTORY_ENTRY, 42, 0x7fffffff),
  patched(SOUND.docx, DIRECTORY_ENTRY, 20, 0x7fffffff),
];
const PDFS = [
  '%PDF-1.7\n<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\n%%EOF',
  '%PDF-1.7\n<</S/Launch/F(cmd.exe)>>\n%%EOF',
  '%PDF-1.7\n<</Type/EmbeddedFile>>\n%%EOF',
  '%PDF-1.7\nwithout an end',
  '%PDF-9.9\n%%EOF',
  '%PDF-1.6\ntrailer<</Root 1 0 R/Encrypt 9 0 R>>\n%%EOF',
];
const NAMES = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\x.exe',
  'report.pdf.exe',
  'gepj\u202Efdp.exe',
  'a\r\nSet-Cookie: x=1.pdf',
  'a"; filename="evil.html',
  '\0.pdf',
  'CON',
  'nul.txt',
  '.htaccess',
  '   ',
  '',
  `${'long'.repeat(100)}.pdf`,
  "x'*%00.svg",
  '<img src=x onerror=alert(1)>.png',
  'résumé 報告.pdf',
];

const anyName = fc.constantFrom(...NAMES, 'report.pdf', 'photo.png', 'table.csv');
const file = (what: string, content: fc.Arbitrary<Uint8Array>, isSound = false) =>
  fc.record({ what: fc.constant(what), name: anyName, content, isSound: fc.constant(isSound) });
const junk = fc.uint8Array({ minLength: 0, maxLength: 200 });
const withJunk = (beginnings: readonly Uint8Array[]) =>
  fc.tuple(fc.constantFrom(...beginnings), junk).map(([head, tail]) => Buffer.concat([head, tail]));
const sound = fc.constantFrom(...Object.values(SOUND));
/** A byte that no text in UTF-8 has, so that what is cut or changed is never a sound text by chance. */
const broken = fc
  .tuple(
    fc.constantFrom(SOUND.docx, SOUND.xlsx, SOUND.odt, SOUND.ods),
    fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  )
  .map(([content, part]) => content.subarray(0, Math.floor(content.length * part)));

/** Every kind of them, in equal parts. */
export const hostileFile: fc.Arbitrary<HostileFile> = fc.oneof(
  file('markup and scripts', fc.constantFrom(...MARKUP.map(bytesOf))),
  file(
    'markup after a text',
    fc
      .tuple(fc.lorem(), fc.constantFrom(...MARKUP.slice(1, 3)))
      .map(([text, end]) => bytesOf(`${text} ${end}`)),
  ),
  file(
    'programs and other archives',
    withJunk(BINARIES.map((text) => Buffer.from(`${text}\xff\0`, 'latin1'))),
  ),
  file('office files that do something', fc.constantFrom(...OFFICE)),
  file('office files that are torn', broken),
  file('PDFs that do something, or are none', fc.constantFrom(...PDFS.map(bytesOf))),
  file(
    'bytes of no type',
    junk.map((bytes) => Buffer.concat([Buffer.from([0xff, 0]), bytes])),
  ),
  file('names of files that are sound', sound, true),
);
