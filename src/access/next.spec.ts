import { safeNext, withNext } from './next.ts';

describe('safeNext', () => {
  it.each(['/', '/reports', '/donors/canada?lang=es', '/results?key=region%3Acaribbean&by=country#rows'])(
    '%s is a place of ours',
    (next) => {
      expect(safeNext(next)).toBe(next);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '\t//evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'evil.example',
    '',
    undefined,
    ['/reports', '/methods'],
    `/${'a'.repeat(2000)}`,
  ])('%j is not, and leads home', (next) => {
    expect(safeNext(next)).toBe('/');
  });
});

describe('withNext', () => {
  it('says where to go after, unless that is home', () => {
    expect(withNext('/sign-in', '/')).toBe('/sign-in');
    expect(withNext('/sign-in', '/donors/canada?lang=es')).toBe(
      '/sign-in?next=%2Fdonors%2Fcanada%3Flang%3Des',
    );
  });
});
