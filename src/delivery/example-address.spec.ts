import { isExampleAddress } from './example-address.ts';

describe('an example address', () => {
  it.each(['a@portfolio.example', 'a@example', 'A@Portfolio.EXAMPLE', 'a@portfolio.example.'])(
    'is %s',
    (address) => {
      expect(isExampleAddress(address)).toBe(true);
    },
  );

  it.each(['a@example.org', 'a@counterexample', 'example@oas.org', 'a.example@oas.org', 'a@b.example.org'])(
    'is not %s',
    (address) => {
      expect(isExampleAddress(address)).toBe(false);
    },
  );
});
