import { ParametersPipe } from './parameters.pipe.ts';

const pipe = new ParametersPipe();
const take = (body: unknown) => pipe.transform(body, { type: 'body' });

describe('parameters', () => {
  it('hold no U+0000, however deep', async () => {
    const wrong = { rows: [{ title: 'Escuela\u0000' }] };
    await expect(take(wrong)).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
    const right = { rows: [{ title: 'Escuela' }] };
    expect(await take(right)).toBe(right);
  });

  it('may hold the bytes of a file, which are not looked through one by one', async () => {
    let looked = false;
    const look = () => {
      looked = true;
    };
    // Whoever lists its values lists every byte, and this.
    const file = Object.defineProperty(Uint8Array.of(0, 1, 2), 'listed', { enumerable: true, get: look });
    const body = { file };
    expect(await take(body)).toBe(body);
    expect(looked).toBe(false);
  });
});
