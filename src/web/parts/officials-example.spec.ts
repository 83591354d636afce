import { officialsExample as example } from './officials-example.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The example must obey the rules that it explains. */
describe('officialsExample', () => {
  it('comes to the same total by country, by sex and by donor', () => {
    expect(sum(example.byCountry.map(({ value }) => value))).toBe(123);
    expect(sum(Object.values(example.bySex))).toBe(123);
    expect(sum(example.byDonor.map(({ value }) => value)) + example.noDonor).toBe(123);
    expect(example.total).toBe(123);
  });

  it('says what is approximate, undated and in the month', () => {
    const remarked = (remark: string) =>
      sum(example.byCountry.filter((row) => row.remark === remark).map(({ value }) => value));
    expect(remarked('about')).toBe(example.approximate);
    expect(remarked('undated')).toBe(example.undated);
    expect(example.endedInMonth).toBe(example.total - example.undated);
    expect(example.trainers + example.participants).toBe(remarked('trainers'));
    expect(example.bySex.female + example.bySex.male).toBe(remarked('undated'));
  });
});
