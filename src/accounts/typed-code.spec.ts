import { readCode, writeCode } from './typed-code.ts';

describe('a code that people type', () => {
  it('takes five bits of each byte', () => {
    expect(writeCode(Uint8Array.of(0, 31, 17, 255), 2)).toBe('0Z-HZ');
    expect(writeCode(Uint8Array.of(32, 1, 2), 2)).toBe('01-2');
  });

  it('uses all 32 letters, and none that look alike', () => {
    const letters = writeCode(
      Uint8Array.from({ length: 32 }, (_, i) => i),
      32,
    );
    expect(letters).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  });

  it('is read however it is typed', () => {
    for (const typed of ['0z-h1', ' OZHL ', '0 Z h I', '0Z–H1', 'oz\u2011hl\n']) {
      expect(readCode(typed, 4)).toBe('0ZH1');
    }
  });

  it('is none where length or letters are wrong', () => {
    for (const typed of ['', '0ZH', '0ZH11', '0ZHU', '0ZH*', '０ZH1']) expect(readCode(typed, 4)).toBeNull();
  });
});
