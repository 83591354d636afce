import { makeFacts, makeProgram } from '../../core/fixtures/facts.ts';
import type { Program } from '../../core/program.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { pageLinks } from '../links.ts';
import { timelineBlock } from './timeline.ts';

const blockOf = (programs: readonly Program[]) => {
  const view = makeReferenceView({ facts: makeFacts({ programs }), links: pageLinks('', undefined) });
  return timelineBlock(view, { filter: {}, begunBy: null });
};
const from = (code: string, start: string | null, more: Partial<Program> = {}) =>
  makeProgram(code, { start, startPrecision: start === null ? 'none' : 'year', ...more });

describe('programmes on a time line', () => {
  it('stand from their start to their end, the last first, by status; what has no date is named', async () => {
    const block = await blockOf([
      from('A', '2014-01-01', { status: 'closed', end: '2016-12-31', endPrecision: 'year' }),
      from('B', '2017-01-01', { status: 'planned' }),
      from('C', null, { status: 'ongoing', end: '2018-12-31', endPrecision: 'year' }),
      from('D', null),
    ]);
    expect(block.title).toBe('Programmes on a time line: 1 ongoing, 1 planned and 1 closed');
    expect(block.notes).toEqual(['Without dates, and not on the time line: D.']);
    if (block.chart?.type !== 'timeline') throw new Error('No time line.');
    expect(
      block.chart.bars.map(({ key, state, from: start, to, text, href }) => [
        key,
        state,
        start,
        to,
        text.replaceAll('\u2009', ' '),
        href,
      ]),
    ).toEqual([
      ['B', 'planned', '2017-01-01', null, 'Planned, since 2017', '/programs/B'],
      ['A', 'closed', '2014-01-01', '2016-12-31', 'Closed, 2014 – 2016', '/programs/A'],
      ['C', 'ongoing', null, '2018-12-31', 'Ongoing, until 2018', '/programs/C'],
    ]);
    expect(block.rows.map(({ cells }) => cells.slice(1).map(({ text }) => text))).toEqual([
      ['Planned', '2017', 'Not recorded'],
      ['Closed', '2014', '2016'],
      ['Ongoing', 'Not recorded', '2018'],
    ]);
  });

  it('are the eight that began last, and how many there are', async () => {
    const block = await blockOf(
      Array.from({ length: 12 }, (_, at) => from(`P${at}`, `${2001 + at}-01-01`, { status: 'ongoing' })),
    );
    expect(block.title).toBe('On a time line, the 8 that began last');
    expect(block.subtitle).toBe('Of 12 programmes');
    expect(block.rows).toHaveLength(8);
    expect(block.rows[0]?.key).toBe('P11');
  });

  it('are a sentence where there is one, and nothing where none has a date', async () => {
    expect(await blockOf([from('A', '2014-01-01')])).toMatchObject({
      chart: null,
      isSentence: true,
      title: 'A: Ongoing, since 2014',
    });
    expect(await blockOf([from('A', null)])).toMatchObject({ chart: null, rows: [] });
  });
});
