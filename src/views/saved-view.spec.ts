import fc from 'fast-check';
import { addressOf, isStillTaken, readName, viewedPage } from './saved-view.ts';

describe('a view', () => {
  it('is a page with what it narrows by, in nobody’s language and from the first row on', () => {
    expect(viewedPage('/?country=CL&lang=es&period=2017&compare=previous')).toEqual({
      page: '/',
      query: { country: 'CL', period: '2017', compare: 'previous' },
    });
    expect(viewedPage('/results?indicator=officials-trained&order=value&cursor=abc&donor=')).toEqual({
      page: '/results',
      query: { indicator: 'officials-trained', order: 'value' },
    });
    expect(viewedPage('/dashboard')).toEqual({ page: '/', query: {} });
  });

  it('opens where it was kept', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((each) => /^[\p{L}\p{N} &?=#%+/-]+$/u.test(each) && each.trim() === each);
    fc.assert(
      fc.property(text, text, (country, donor) => {
        const view = { page: '/' as const, query: { country, donor } };
        expect(viewedPage(addressOf(view))).toEqual(view);
      }),
    );
    expect(addressOf({ page: '/programs', query: {} })).toBe('/programs');
    expect(addressOf({ page: '/', query: { pillar: ['a', 'b'] } })).toBe('/?pillar=a&pillar=b');
  });

  it.each(['/users', '/reports/own', '/countries/CL'])('is none of %s', (address) => {
    expect(() => viewedPage(address)).toThrow(/not kept/);
  });

  it('keeps nothing that its page does not take, and knows when a page takes it no more', () => {
    expect(() => viewedPage('/?colour=red')).toThrow(/colour/);
    expect(() => viewedPage('/?period=yesterday')).toThrow(/period/);
    expect(isStillTaken({ page: '/', query: { country: 'CL' } })).toBe(true);
    expect(isStillTaken({ page: '/', query: { shape: 'round' } })).toBe(false);
  });

  it('has a name of one line', () => {
    expect(readName('  Ports \n of the South ')).toBe('Ports of the South');
    expect(() => readName(' ')).toThrow('needs a name');
    expect(() => readName('x'.repeat(121))).toThrow('needs a name');
  });
});
