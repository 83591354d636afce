import { crc32, deflateSync } from 'node:zlib';
import { LOGO_BYTES, readLogo } from './logo.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A white picture of 8 bits a sample in RGB. */
function png(width: number, height: number, rows = height, ...more: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (1 + width * 3), 0xff));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const svg = (inside: string, attributes = 'viewBox="0 0 200 80"') =>
  Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
const shown = (bytes: Uint8Array) => new TextDecoder().decode(readLogo(bytes).content);
const codeOf = (bytes: Uint8Array) => {
  try {
    readLogo(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'taken';
};

describe('a logo as PNG', () => {
  it('is taken with its size and the hash of what is kept', () => {
    const logo = readLogo(png(120, 60));
    expect(logo).toMatchObject({ type: 'image/png', width: 120, height: 60 });
    expect(logo.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(logo.content)).toEqual(png(120, 60));
  });

  it('says nothing of who made it where and when', () => {
    const plain = readLogo(png(120, 60));
    const told = readLogo(
      png(120, 60, 60, chunk('tEXt', Buffer.from('Author\0Ana')), chunk('eXIf', Buffer.from('GPS'))),
    );
    expect(told.hash).toBe(plain.hash);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'LOGO.NONE'],
    ['one byte too large', Buffer.alloc(LOGO_BYTES + 1), 'LOGO.LARGE'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'LOGO.TYPE'],
    ['a page', Buffer.from('<!doctype html><p>x</p>'), 'LOGO.TYPE'],
    ['too small', png(39, 60), 'LOGO.PIXELS'],
    ['too large', png(2001, 60), 'LOGO.PIXELS'],
    ['a ribbon', png(601, 60), 'LOGO.SHAPE'],
    ['cut off', png(120, 60).subarray(0, -20), 'LOGO.BROKEN'],
    ['with a wrong checksum', png(120, 60).fill(0, 40, 44), 'LOGO.BROKEN'],
    ['with fewer rows than it says', png(120, 60, 59), 'LOGO.BROKEN'],
    ['that unpacks to more than it says', png(120, 60, 6_000), 'LOGO.BROKEN'],
  ])('is refused: %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

describe('a logo as SVG', () => {
  it('is written anew from its shapes', () => {
    const bytes = svg(
      '<title>Ana</title><metadata><rdf:RDF>x</rdf:RDF></metadata><sodipodi:namedview id="v"/><style>.a{fill:#f00}</style>' +
        '<g inkscape:label="x" data-a="1"><path class="a" d="M0 0h9v9z" fill="url(#g)"/></g><!-- c -->',
      'viewBox="0 0 200 80" width="20cm" version="1.1" onlyme="x"'.replace('onlyme', 'data-only'),
    );
    expect(readLogo(bytes)).toMatchObject({ type: 'image/svg+xml', width: 250, height: 100 });
    expect(shown(bytes)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80"><style>.a{fill:#f00}</style><g><path class="a" d="M0 0h9v9z" fill="url(#g)"></path></g></svg>',
    );
  });

  it('may do without a viewBox where it has a size in pixels', () => {
    expect(readLogo(svg('<rect width="9" height="9"/>', 'width="300px" height="100"'))).toMatchObject({
      width: 300,
      height: 100,
    });
    expect(codeOf(svg('', 'width="3cm" height="1cm"'))).toBe('LOGO.SVG_SIZE');
    expect(codeOf(svg('', 'viewBox="0 0 0 80"'))).toBe('LOGO.SVG_SIZE');
  });

  it.each<[string, string, string]>([
    ['a script', '<script>alert(1)</script>', 'LOGO.SVG_PART'],
    ['a handler', '<path d="M0 0" onload="alert(1)"/>', 'LOGO.SVG_PART'],
    ['a handler in capitals', '<path d="M0 0" ONCLICK="x"/>', 'LOGO.SVG_PART'],
    ['a page', '<foreignObject><p>x</p></foreignObject>', 'LOGO.SVG_PART'],
    ['letters', '<text>OAS</text>', 'LOGO.SVG_PART'],
    ['a picture', '<image href="data:image/png;base64,AA"/>', 'LOGO.SVG_PART'],
    ['a link', '<a href="https://x.org"><path d="M0 0"/></a>', 'LOGO.SVG_PART'],
    ['what moves', '<animate attributeName="x"/>', 'LOGO.SVG_PART'],
    ['another one inside', '<svg><path d="M0 0"/></svg>', 'LOGO.SVG_PART'],
    ['a reference to another file', '<use href="https://x.org/a.svg#b"/>', 'LOGO.SVG_REFERENCE'],
    ['the same in the old way', '<use xlink:href="a.svg#b"/>', 'LOGO.SVG_REFERENCE'],
    ['a script as an address', '<use href="javascript:alert(1)"/>', 'LOGO.SVG_REFERENCE'],
    ['a fill from elsewhere', '<path fill="url(https://x.org/a)" d="M0 0"/>', 'LOGO.SVG_REFERENCE'],
    ['the same in a style', '<path style="fill:URL( \'//x.org\')" d="M0 0"/>', 'LOGO.SVG_REFERENCE'],
    ['the same behind an entity', '<path style="fill:u&#114;l(//x.org)" d="M0 0"/>', 'LOGO.SVG_REFERENCE'],
    ['an escape', '<style>a{fill:u\\72l(//x)}</style>', 'LOGO.SVG_REFERENCE'],
    ['an import', '<style><![CDATA[@import "//x.org/a.css";]]></style>', 'LOGO.SVG_REFERENCE'],
    [
      'uses that multiply',
      '<g id="a"><path d="M0 0"/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>',
      'LOGO.SVG_PART',
    ],
    [
      'cuts that multiply',
      '<clipPath id="a"><path clip-path="url(#b)" d="M0 0"/></clipPath>',
      'LOGO.SVG_PART',
    ],
    ['what is not closed', '<g>', 'LOGO.BROKEN'],
  ])('is refused: %s', (_, inside, code) => {
    expect(codeOf(svg(inside))).toBe(code);
  });

  it('expands no entity of its own', () => {
    const bytes = Buffer.from(
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.org"><svg viewBox="0 0 9 9"><path id="&lt;&quot;" d="M0 0"/></svg>',
    );
    expect(shown(bytes)).toContain('id="&lt;&quot;"');
  });
});
