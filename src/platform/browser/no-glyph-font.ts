import { NO_GLYPH } from '../../core/report/no-glyph.ts';

/** What the browser calls the font, and a file that it is used in. */
export const NO_GLYPH_NAME = 'AttestNoGlyph';

const UNITS_PER_EM = 1000;
const ASCENT = 800;
const DESCENT = -200;
/** An empty box: the outer and the inner edge, which run in opposite directions. */
const CONTOURS: readonly (readonly (readonly [x: number, y: number])[])[] = [
  [
    [100, 0],
    [100, 700],
    [900, 700],
    [900, 0],
  ],
  [
    [160, 60],
    [840, 60],
    [840, 640],
    [160, 640],
  ],
];
const BOX = { left: 100, bottom: 0, right: 900, top: 700 };

let face: string | undefined;

/** The `@font-face` rule of the typeface that has an empty box for every sign (`NO_GLYPH`). */
export function noGlyphFace(): string {
  face ??= `@font-face{font-family:'${NO_GLYPH}';src:url(data:font/ttf;base64,${Buffer.from(noGlyphFont()).toString('base64')})}`;
  return face;
}

/** Whether the typeface was needed in a PDF as Chromium writes it: it lists the fonts that stand in it, and no others. */
export function hasMissingGlyphs(pdf: Uint8Array): boolean {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes(`+${NO_GLYPH_NAME}`, 0, 'latin1');
}

/** The font in the TrueType format. Its table of signs is of the format 13: one glyph for all from U+0000 to U+10FFFF. */
function noGlyphFont(): Uint8Array {
  const glyph = boxGlyph();
  const points = CONTOURS.flat().length;
  return fontFile({
    'OS/2': [
      ...[u16(4), u16(UNITS_PER_EM), u16(400), u16(5), zeros(22), u16(0), zeros(10), zeros(16)],
      ...[text('NONE'), u16(0x40), u16(0x20), u16(0xffff), u16(ASCENT), u16(DESCENT), u16(0), u16(ASCENT)],
      ...[u16(-DESCENT), u32(1), u32(0), u16(500), u16(700), u16(0), u16(0x20), u16(1)],
    ],
    cmap: [u16(0, 1, 3, 10), u32(12), u16(13, 0), u32(28, 0, 1, 0, 0x10ffff, 1)],
    glyf: [glyph, glyph],
    head: [
      ...[u32(0x10000, 0x10000, 0, 0x5f0f3cf5), u16(3, UNITS_PER_EM), zeros(16)],
      u16(BOX.left, BOX.bottom, BOX.right, BOX.top, 0, 8, 2, 1, 0),
    ],
    hhea: [
      ...[u32(0x10000), u16(ASCENT, DESCENT, 0, UNITS_PER_EM, BOX.left, UNITS_PER_EM - BOX.right)],
      ...[u16(BOX.right, 1, 0, 0), zeros(8), u16(0, 2)],
    ],
    hmtx: [u16(UNITS_PER_EM, BOX.left, UNITS_PER_EM, BOX.left)],
    loca: [u32(0, glyph.length, glyph.length * 2)],
    maxp: [u32(0x10000), u16(2, points, CONTOURS.length, 0, 0, 2), zeros(16)],
    name: nameTable(),
    post: [u32(0x30000, 0), u16(-100, 50), zeros(20)],
  });
}

type Bytes = readonly number[];

/** A simple glyph: its contours' last points, then each point as steps of 16 bits from the one before. */
function boxGlyph(): Bytes {
  const points = CONTOURS.flat();
  const ends = CONTOURS.map((_, index) => CONTOURS.slice(0, index + 1).flat().length - 1);
  const steps = (axis: 0 | 1) => points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0));
  const bytes = [
    ...u16(CONTOURS.length, BOX.left, BOX.bottom, BOX.right, BOX.top, ...ends, 0),
    ...points.map(() => 1),
    ...u16(...steps(0), ...steps(1)),
  ];
  return padded(bytes, 2);
}

/** The names by which readers of files list it: family, style, unique, full, version, PostScript. */
function nameTable(): readonly Bytes[] {
  const names = [NO_GLYPH_NAME, 'Regular', NO_GLYPH_NAME, NO_GLYPH_NAME, 'Version 1', NO_GLYPH_NAME].map(
    (name) => [...name].flatMap((letter) => u16(letter.charCodeAt(0))),
  );
  const records = names.map((name, index) => {
    const offset = names.slice(0, index).flat().length;
    return u16(3, 1, 0x409, index + 1, name.length, offset);
  });
  return [u16(0, names.length, 6 + 12 * names.length), ...records, ...names];
}

/** The tables behind their directory, in the order of their names, each on a multiple of four. */
function fontFile(tables: Readonly<Record<string, readonly Bytes[]>>): Uint8Array {
  const entries = Object.entries(tables).map(([tag, parts]) => [tag, parts.flat()] as const);
  const power = Math.floor(Math.log2(entries.length));
  const range = 16 * 2 ** power;
  const head = [...u32(0x10000), ...u16(entries.length, range, power, 16 * entries.length - range)];
  const directory: number[] = [];
  const body: number[] = [];
  for (const [tag, bytes] of entries) {
    const whole = padded(bytes, 4);
    const offset = head.length + 16 * entries.length + body.length;
    directory.push(...text(tag.padEnd(4)), ...u32(checksum(whole), offset, bytes.length));
    body.push(...whole);
  }
  return Uint8Array.from([...head, ...directory, ...body]);
}

function checksum(bytes: Bytes): number {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  return Array.from({ length: bytes.length / 4 }, (_, word) => view.getUint32(word * 4)).reduce(
    (sum, word) => (sum + word) >>> 0,
    0,
  );
}

function padded(bytes: Bytes, multiple: number): Bytes {
  return [...bytes, ...zeros((multiple - (bytes.length % multiple)) % multiple)];
}

/** Big-endian, and negative ones as two's complement. */
function u16(...values: readonly number[]): Bytes {
  return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
}

function u32(...values: readonly number[]): Bytes {
  return values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
}

function text(letters: string): Bytes {
  return [...letters].map((letter) => letter.charCodeAt(0));
}

function zeros(count: number): Bytes {
  return new Array<number>(count).fill(0);
}
