import { inventedExample as example } from './invented-example.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The example must obey the rules that it explains. */
describe('inventedExample', () => {
  it('comes to the same total by country and by sex', () => {
    expect(sum(example.byCountry.map(({ value }) => value))).toBe(164);
    expect(sum(Object.values(example.bySex))).toBe(164);
    expect(example.total).toBe(164);
  });

  it('is more than its total by donor, by what two of them fund', () => {
    expect(sum(example.byDonor.map(({ value }) => value)) + example.noDonor).toBe(176);
    expect(176 - example.total).toBe(example.ofBoth);
  });

  it('says what is approximate, undated and in the month', () => {
    const remarked = (remark: string) =>
      sum(example.byCountry.filter((row) => row.remark === remark).map(({ value }) => value));
    expect(remarked('about')).toBe(example.approximate);
    expect(remarked('undated')).toBe(example.undated);
    expect(example.endedInMonth).toBe(example.total - example.undated);
    expect(example.trainers + example.participants).toBe(remarked('trainers'));
    expect(example.bySex.female + example.bySex.male).toBe(remarked('undated'));
    expect(remarked('year')).toBe(example.ofBoth);
  });
});
