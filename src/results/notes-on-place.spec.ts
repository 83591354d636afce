import { makeFacts, makePlace, makeProgram, shares } from '../core/fixtures/facts.ts';
import { notesOnPlace } from './notes-on-place.ts';

const whereabouts = makeFacts({
  places: [makePlace('CR'), makePlace('AR')],
  programs: [makeProgram('CARGO', { places: shares('CR'), start: '2017-01-01' })],
});

describe('notes on place and time', () => {
  it('name line, programme and what is strange', () => {
    const row = (line: number, place: string, periodEnd: string) => ({
      line,
      result: { program: 'CARGO', place, periodEnd },
    });
    const rows = [row(2, 'AR', '2017-06-30'), row(3, 'CR', '2017-06-30'), row(4, 'AR', '2016-12-31')];
    expect(notesOnPlace(whereabouts, rows)).toEqual([
      'Line 2: CARGO does not run in AR.',
      'Line 4: CARGO does not run in AR, and the period ended (2016-12-31) before CARGO began (2017-01-01).',
    ]);
  });

  it('list twenty and count the others', () => {
    const rows = Array.from({ length: 23 }, (_, at) => ({
      line: at + 2,
      result: { program: 'CARGO', place: 'AR', periodEnd: null },
    }));
    const notes = notesOnPlace(whereabouts, rows);
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe('... and 3 more outside the place or time of their programme.');
  });
});
