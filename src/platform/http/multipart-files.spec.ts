import { filesOfMultipart } from './multipart-files.ts';

const TYPE = 'multipart/form-data; boundary=x';
const form = (...parts: readonly (readonly [head: string, body: string])[]) =>
  Uint8Array.from(
    Buffer.from(
      `${parts.map(([head, body]) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`).join('')}--x--\r\n`,
      'latin1',
    ),
  );

describe('the fields of a form with files', () => {
  it('are texts, and bytes as they are', async () => {
    const body = form(['name="what"', 'logo'], ['name="file"; filename="a.png"', '\x89PNG\r\n\0\xff']);
    expect(await filesOfMultipart(TYPE, body)).toEqual({
      what: 'logo',
      'file.name': 'a.png',
      file: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0xff]),
    });
  });

  it('are empty where no file was chosen', async () => {
    expect(await filesOfMultipart(TYPE, form(['name="file"; filename=""', '']))).toEqual({
      file: new Uint8Array(),
      'file.name': '',
    });
  });

  it.each([
    ['without a boundary', 'multipart/form-data'],
    ['of another boundary', 'multipart/form-data; boundary=y'],
  ])('are refused %s', async (_, type) => {
    await expect(filesOfMultipart(type, form(['name="a"', 'b']))).rejects.toMatchObject({
      code: 'REQUEST.INVALID',
      options: { kind: 'call' },
    });
  });
});
