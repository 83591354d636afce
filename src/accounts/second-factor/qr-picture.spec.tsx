import { renderToString } from 'preact-render-to-string';
import decodeQR from 'qr/decode.js';
import { QrPicture } from './qr-picture.tsx';
import { groupsOf } from './second-factor.page.tsx';

const URI = 'otpauth://totp/Attest:rosa%40example.org?issuer=Attest&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** Pixels a module, as a telephone sees it. */
const SCALE = 4;

describe('QrPicture', () => {
  it('can be read by a telephone', () => {
    const svg = renderToString(<QrPicture text={URI} label="Code" />);
    const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    const width = size * SCALE;
    const data = new Uint8Array(width * width * 4).fill(255);
    for (const [, x, y, length] of svg.matchAll(/M(\d+),(\d+)h(\d+)v1h-\d+z/g)) {
      for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
        for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column += 1) {
          data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
        }
      }
    }
    expect(decodeQR({ width, height: width, data })).toBe(URI);
  });
});

describe('groupsOf', () => {
  it('sets a key in groups of four, and loses none of it', () => {
    expect(groupsOf('JBSWY3DPEHPK3PXPAB')).toBe('JBSW Y3DP EHPK 3PXP AB');
  });
});
