import { makeProgram } from '../../core/fixtures/facts.ts';
import type { Program } from '../../core/program.ts';
import { inEachLanguage } from '../../core/text.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { statusBesideDates, statusWords } from './status-words.ts';

const view = makeReferenceView({ today: '2017-07-01' });
const ending = (end: string, more: Partial<Program> = {}) =>
  makeProgram('P', { status: 'ongoing', end, endPrecision: 'day', ...more });

describe('the status of a programme', () => {
  it('says that it contradicts the end of one that goes on, in each language', () => {
    const said = (program: Program) =>
      inEachLanguage((language) =>
        statusWords(makeReferenceView({ today: '2017-07-01', language }), program),
      );
    expect(said(ending('2017-06-23'))).toEqual({
      en: 'Ongoing, though its stated end was 23 June 2017',
      es: 'En curso, aunque su fin estaba indicado para el 23 de junio de 2017',
      pt: 'Em andamento, embora seu término estivesse indicado para 23 de junho de 2017',
      fr: 'En cours, alors que sa fin était indiquée pour le 23 juin 2017',
    });
    expect(said(ending('2017-06-30', { endPrecision: 'month' }))).toEqual({
      en: 'Ongoing, though its stated end was June 2017',
      es: 'En curso, aunque su fin estaba indicado para junio de 2017',
      pt: 'Em andamento, embora seu término estivesse indicado para junho de 2017',
      fr: 'En cours, alors que sa fin était indiquée pour juin 2017',
    });
    expect(statusBesideDates(view, ending('2016-12-31', { status: 'planned' }))).toBe(
      'Planned, past its stated end',
    );
  });

  it('is itself up to the last day, of what is closed, and of what has no end', () => {
    expect(statusWords(view, ending('2017-07-01'))).toBe('Ongoing');
    expect(statusWords(view, ending('2016-12-31', { status: 'closed' }))).toBe('Closed');
    expect(statusBesideDates(view, makeProgram('P', { status: 'ongoing' }))).toBe('Ongoing');
  });
});
