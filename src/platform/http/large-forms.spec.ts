import { LargeForms } from './large-forms.ts';

const LARGE = 5 * 1024 * 1024;

describe('large forms', () => {
  it('come in two at a time, and the next one when one of them is in', async () => {
    const forms = new LargeForms();
    const ends = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const begun = ends.map(({ promise }) =>
      forms.taking(async (grows) => {
        grows(1);
        grows(LARGE);
        grows(LARGE + 1);
        return promise;
      }),
    );
    const third = () => forms.taking(async (grows) => grows(LARGE));
    await expect(third()).rejects.toMatchObject({ code: 'REQUEST.BUSY', options: { retryAfterS: 20 } });
    // One that is as small as most is not kept out.
    await expect(forms.taking(async (grows) => grows(4 * 1024 * 1024))).resolves.toBeUndefined();
    ends[0]?.reject(new Error('broken off'));
    await expect(begun[0]).rejects.toThrow('broken off');
    await expect(third()).resolves.toBeUndefined();
    ends[1]?.resolve('in');
    await expect(begun[1]).resolves.toBe('in');
  });
});
