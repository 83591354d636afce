import { closedThrough } from './closed-periods.ts';

describe('the periods of a programme are closed', () => {
  const closed = new Map([
    ['TOUR', '2017-03-31'],
    ['TOUR-CR', '2016-12-31'],
    ['MAR', '2017-06-30'],
  ]);

  it('through the later day of its own and of those above it', () => {
    expect(closedThrough('TOUR-CR', ['TOUR'], closed)).toBe('2017-03-31');
    expect(closedThrough('TOUR', [], closed)).toBe('2017-03-31');
    expect(closedThrough('MAR-1', ['MAR'], closed)).toBe('2017-06-30');
  });

  it('nowhere, where nobody said so', () => {
    expect(closedThrough('SEC', [], closed)).toBeNull();
  });
});
