import { dayParameter } from './day.ts';

describe('a day in an address', () => {
  it.each(['2017-06-30', '2016-02-29', '1000-01-01', '2999-12-31'])('may be %s', (day) => {
    expect(dayParameter.parse(day)).toBe(day);
  });

  it.each([
    '',
    'June',
    '2017-6-1',
    '2017-02-29',
    '0000-01-01',
    '9999-12-31',
    ['2017-06-30', '2017-07-01'],
    5,
  ])('is not %j, and is told so once', (text) => {
    const messages = dayParameter.safeParse(text).error?.issues.map(({ message }) => message);
    expect(messages).toEqual(['takes a day such as 2017-06-30']);
  });
});
