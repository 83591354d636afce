import { countPages, normalizePdf } from './pdf-file.ts';

describe('normalizePdf', () => {
  const CUT_OFF = new Date('2017-06-30T23:59:59.999Z');

  /** A table's two heads `first` and `second`, in Chromium's own notation; `names` in the order of their numbers. */
  const file = (date: string, first: string, second: string) => {
    const names = [`(${first}) 5 0 R`, `(${second}) 6 0 R`].sort();
    return Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Title (Report)\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>\nendobj\n` +
        `4 0 obj\n<</Headers [(${second}) (${first})]>>\nendobj\n5 0 obj\n<</ID (${first})>>\nendobj\n` +
        `6 0 obj\n<</ID (${second})>>\nendobj\n7 0 obj\n<</Limits [${[`(${first})`, `(${second})`].sort().join(' ')}]\n` +
        `/Names [${names.join(' ')}]>>\nendobj\nstream\n\xff\x00\x80\nendstream\n%%EOF\n`,
      'latin1',
    );
  };
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

  it('gives the file the date it is told, and keeps every byte in its place', () => {
    const before = file('20261122163535', 'node00000003', 'node00000017');
    const after = normalizePdf(before, CUT_OFF);
    expect(after.length).toBe(before.length);
    expect(text(after).match(/D:[^)]*/g)).toEqual(["D:20170630235959+00'00'", "D:20170630235959+00'00'"]);
    expect(text(after).slice(-26)).toBe(text(before).slice(-26));
  });

  it.each([
    ['rising', 'node00000003', 'node00000017'],
    // Seen now and then: the second head was asked for its number before the first.
    ['falling', 'node00000017', 'node00000003'],
  ])('names elements in their order, numbers %s', (_, first, second) => {
    const after = text(normalizePdf(file('20261122163535', first, second), CUT_OFF));
    expect(after).toContain('5 0 obj\n<</ID (node00000001)>>');
    expect(after).toContain('6 0 obj\n<</ID (node00000002)>>');
    expect(after).toContain('/Headers [(node00000002) (node00000001)]');
    expect(after).toContain('/Limits [(node00000001) (node00000002)]');
    expect(after).toContain('/Names [(node00000001) 5 0 R (node00000002) 6 0 R]');
  });

  it('refuses what is not a whole PDF of the known kind', () => {
    const whole = file('20261122163535', 'node00000003', 'node00000017');
    const refused = expect.objectContaining({ code: 'RENDER.FAILED' });
    expect(() => normalizePdf(whole.subarray(0, whole.length - 10), CUT_OFF)).toThrow(refused);
    expect(() => normalizePdf(new Uint8Array(), CUT_OFF)).toThrow(refused);
    expect(() => normalizePdf(Buffer.from(text(whole).replace('/ModDate', '/Modified')), CUT_OFF)).toThrow(
      refused,
    );
  });
});

describe('countPages', () => {
  it('counts pages, not the nodes of the tree that holds them', () => {
    const tree = '<</Type /Page\n/Parent 9 0 R>> <</Type /Page>> <</Type /Pages\n/Count 2>>';
    expect(countPages(Buffer.from(tree))).toBe(2);
  });
});
