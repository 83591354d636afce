import fc from 'fast-check';
import { mayBeWrittenTo, readMailDomains } from './mail-domains.ts';

it('reads domains as people write them', () => {
  expect(readMailDomains('OAS.org, @example.org;\n example.org')).toEqual(['example.org', 'oas.org']);
  expect(readMailDomains('españa.example')).toEqual(['xn--espaa-rta.example']);
  expect(readMailDomains('oas.org.')).toEqual(['oas.org']);
  expect(readMailDomains(' , \n')).toBeNull();
});

it.each([
  'org',
  'oas',
  'ana@oas.org',
  'oas.org/x',
  '10.0.0.1',
  '*.oas.org',
  'oas.org:25',
  '-oas.org',
  'a..org',
])('says that %s is no domain', (typed) => {
  expect(() => readMailDomains(`example.org, ${typed}`)).toThrow(
    expect.objectContaining({ code: 'SETTINGS.DOMAIN' }),
  );
});

it('takes a hundred, and no more', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `d${at}.org`).join(' ');
  expect(readMailDomains(many(100))).toHaveLength(100);
  expect(() => readMailDomains(many(101))).toThrow(expect.objectContaining({ code: 'SETTINGS.DOMAINS' }));
});

it('lets be written to whoever is of one of them, and nobody else', () => {
  const domains = readMailDomains('oas.org españa.example');
  expect(mayBeWrittenTo('Ana@OAS.org', domains)).toBe(true);
  expect(mayBeWrittenTo('ana@españa.example', domains)).toBe(true);
  expect(mayBeWrittenTo('ana@mail.oas.org', domains)).toBe(false);
  expect(mayBeWrittenTo('ana@notoas.org', domains)).toBe(false);
  expect(mayBeWrittenTo('oas.org@example.com', domains)).toBe(false);
  expect(mayBeWrittenTo('"a@oas.org"@example.com', domains)).toBe(false);
  expect(mayBeWrittenTo('ana@anywhere.org', null)).toBe(true);
});

it('lets be written to what it was told, however that is written', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (pairs, loud) => {
        const names = pairs.map(([name, top]) => `${name}.${top}x`);
        const domains = readMailDomains(names.map((name) => (loud ? name.toUpperCase() : name)).join(', '));
        for (const name of names) {
          expect(mayBeWrittenTo(`ana@${name}`, domains)).toBe(true);
          expect(mayBeWrittenTo(`ana@below.${name}`, domains)).toBe(names.includes(`below.${name}`));
        }
      },
    ),
  );
});
