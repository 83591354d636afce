import { checkedEmail, checkedName, emailKey, isEmail } from './account-details.ts';

describe('an e-mail address', () => {
  it('has one @ and nothing that a header or a list could take for its own', () => {
    expect(checkedEmail(' Ana.Lima+x@example.org ')).toBe('Ana.Lima+x@example.org');
    for (const text of [
      '',
      'ana',
      '@',
      'a@',
      '@b',
      'a@b@c',
      'a b@c',
      'a@b,c@d',
      '"a"@b',
      '<a@b>',
      'a@b\nc',
      'a\u0000@b',
      'a\u202e@b',
      `${'a'.repeat(250)}@b.org`,
    ]) {
      expect({ text, is: isEmail(text) }).toEqual({ text, is: false });
    }
    expect(() => checkedEmail('a\r\nBcc: b@c')).toThrow('"a Bcc: b@c" is not an e-mail address.');
  });

  it('is one account’s in capitals and small letters', () => {
    expect(emailKey(' Ana@Example.ORG ')).toBe('ana@example.org');
  });
});

describe('a name', () => {
  it('is one line of at most 120 characters', () => {
    expect(checkedName(' José da Conceição ')).toBe('José da Conceição');
    for (const text of ['', '   ', 'a\nb', 'a\u0007b', 'a\u202eb', 'a\u2028b', 'x'.repeat(121)]) {
      expect(() => checkedName(text)).toThrow('A name has 1 to 120 characters, on one line.');
    }
  });
});
