import fc from 'fast-check';
import { isGenuine, type LinkClaim, linkExpiry, linkToken, readToken } from './link-token.ts';

const key = new Uint8Array(32).fill(7);
const claim: LinkClaim = {
  id: '5f0c2f6e-6b0e-4a53-9c4f-0a5c8f6f6a11',
  issue: 'b7b4b4e3-3f0b-4df0-8a37-2f6c4f1f9f10',
  recipient: 'managers@example.org',
  expiresAt: new Date('2017-08-05T10:00:00Z'),
};
const token = linkToken(key, claim);

/** Whether a token opens what the row under its id is for. */
function opens(text: string, row: Pick<LinkClaim, 'issue' | 'recipient'> = claim, by = key): boolean {
  const given = readToken(text);
  return given !== null && isGenuine(by, given, row);
}

it('ends 35 days later, at a whole second', () => {
  expect(linkExpiry(new Date('2017-07-01T10:00:00.789Z'))).toEqual(new Date('2017-08-05T10:00:00Z'));
});

it('says when it ends and which link it is, and fits into one segment of an address', () => {
  // 2017-08-05T10:00:00Z is second 1 501 927 200.
  expect(token).toMatch(/^1501927200\.[\w-]{43}\.5f0c2f6e-6b0e-4a53-9c4f-0a5c8f6f6a11$/);
  // The router looks at no parameter longer than that.
  expect(token.length).toBeLessThan(100);
  expect(encodeURIComponent(token)).toBe(token);
  expect(readToken(token)).toEqual({
    id: claim.id,
    expiresAt: claim.expiresAt,
    signature: token.split('.')[1],
  });
});

it('opens what it was made for', () => {
  expect(opens(token)).toBe(true);
});

const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~%+/= \n'];

it('with any character changed opens nothing', () => {
  for (const index of token.split('').keys()) {
    const accepted = CHARACTERS.filter(
      (character) =>
        character !== token[index] && opens(token.slice(0, index) + character + token.slice(index + 1)),
    );
    expect({ index, accepted }).toEqual({ index, accepted: [] });
  }
});

it('with anything added or left out opens nothing', () => {
  fc.assert(
    fc.property(fc.nat(token.length), fc.string({ minLength: 1, maxLength: 5 }), (index, added) => {
      expect(opens(token.slice(0, index) + added + token.slice(index))).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.integer({ min: 1, max: 5 }), (index, count) => {
      expect(opens(token.slice(0, index) + token.slice(index + count))).toBe(false);
    }),
  );
});

it('is nothing that somebody else could make up', () => {
  fc.assert(fc.property(fc.string(), (text) => !opens(text)));
  expect(opens(token, claim, new Uint8Array(32).fill(8))).toBe(false);
});

it('opens no other issue, no other recipient’s, and not for longer', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.emailAddress(), fc.integer({ min: 1, max: 1e9 }), (id, recipient, seconds) => {
      fc.pre(id !== claim.issue && recipient !== claim.recipient);
      expect(opens(token, { ...claim, issue: id })).toBe(false);
      expect(opens(token, { ...claim, recipient })).toBe(false);
      const [, signature] = token.split('.');
      expect(opens(`${1_501_927_200 + seconds}.${signature}.${claim.id}`)).toBe(false);
      expect(opens(`1501927200.${signature}.${id}`)).toBe(false);
    }),
  );
});

it('does not take the parts of a claim for each other', () => {
  const shifted = { ...claim, issue: `${claim.issue}","x`, recipient: 'x' };
  expect(linkToken(key, shifted)).not.toBe(
    linkToken(key, { ...shifted, issue: claim.issue, recipient: 'x","x' }),
  );
});
