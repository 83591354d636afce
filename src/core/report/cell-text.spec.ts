import fc from 'fast-check';
import { cellText } from './cell-text.ts';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const UNSEEN = [' ', '\t', '\r', '\n', '\u00a0', '\u0000', '\u200b', '\u2060', '\ufeff', '\u00ad'];

describe('a text in a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1 202 555 0100', "'+1 202 555 0100"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝HYPERLINK("http://x")', '\'＝HYPERLINK("http://x")'],
    ['  =1', "'  =1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\tplain', "'\tplain"],
    ['\r\nplain', "'\r\nplain"],
    ['- a remark', "'- a remark"],
    ['-', "'-"],
    ['-1e5', "'-1e5"],
    ['-12', '-12'],
    ['-12.5', '-12.5'],
    ['12', '12'],
    ['', ''],
    ['– an activity', '– an activity'],
    ['a=b', 'a=b'],
    ["'=1", "'=1"],
  ])('%j stands there as %j', (text, written) => {
    expect(cellText(text)).toBe(written);
  });

  it('starts no formula, whatever unseen stands before its sign', () => {
    const before = fc.array(fc.constantFrom(...UNSEEN)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(before, fc.constantFrom(...SIGNS), fc.string({ unit: 'binary' }), (unseen, sign, rest) => {
        const text = `${unseen}${sign}${rest}`;
        fc.pre(!/^-\d+(\.\d+)?$/.test(text));
        expect(cellText(text)).toBe(`'${text}`);
      }),
    );
  });

  it('is what it was, but for one apostrophe, and is written once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = cellText(text);
        expect([text, `'${text}`]).toContain(written);
        expect(cellText(written)).toBe(written);
      }),
    );
  });

  it('leaves numbers alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 999 }), (whole, thousandths) => {
        expect(cellText(String(whole))).toBe(String(whole));
        const decimal = `${whole}.${String(thousandths).padStart(3, '0')}`;
        expect(cellText(decimal)).toBe(decimal);
      }),
    );
  });
});
