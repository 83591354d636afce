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
    expect(() => checkedEmail('a\nBcc: b@c')).toThrow('"a Bcc: b@c" is not an e-mail address.');
  });

  it('is one account’s in capitals and small letters', () => {
    expect(emailKey(' Ana@Example.ORG ')).toBe('ana@example.org');
  });
});

describe('a name', () => {
  it('is one line of at most 120 characters', () => {
    expect(checkedName(' José da Conceição ')).toBe('José da Conceição');
    for (const text of ['', '   ', 'a\nb', 'x'.repeat(121)]) {
      expect(() => checkedName(text)).toThrow('A name has 1 to 120 characters, on one line.');
    }
  });

  it('is in its composed form', () => {
    expect(checkedName('Jose\u0301')).toBe('Jos\u00e9');
    expect(emailKey('jose\u0301@example.org')).toBe(emailKey('JOS\u00c9@example.org'));
  });
});

it.each([
  '\u0007',
  '\u202e',
  '\u2028',
  '\u200b',
  '\u00ad',
  '\u00a0',
  '\u3164',
  '\ufe0f',
  '\u{e0061}',
  '\ud800',
  '\0',
])('neither holds %j, and the refusal names it', (unseen) => {
  const code = `U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  for (const check of [checkedName, checkedEmail]) {
    expect(() => check(`An${unseen}a@example.org`)).toThrow(code);
    expect(() => check(`An${unseen}a@example.org`)).toThrow('at position 3, which nobody can see.');
  }
  expect(isEmail(`an${unseen}a@example.org`)).toBe(false);
});

describe('a name of an account', () => {
  it('may be in any script', () => {
    for (const name of ['Ольга', '李小龙', 'علی', 'प्रिया', "O'Brien-Núñez"])
      expect(checkedName(name)).toBe(name);
  });
});
