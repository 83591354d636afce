import type { Scope } from '../access/index.ts';
import { makeResult } from '../core/fixtures/facts.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { donorScope } from '../core/fixtures/scopes.ts';
import type { Program } from '../core/program.ts';
import { LANGUAGES, type Language } from '../core/text.ts';
import { EVERYTHING } from '../core/visibility/scope.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { countrySheetOf } from './country-sheet.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { findProgram } from './found.ts';
import { programSheet } from './program-sheet.ts';

/** NET-POL, of three funders, and NET-PREV, of one. */
const facts = (given: Partial<Program>) => ({
  ...referencePortfolio,
  programs: referencePortfolio.programs.map((each) => ({ ...each, ...given })),
});

async function fieldsOf(scope: Scope, code: string, given: Partial<Program>, language: Language = 'en') {
  const all = facts(given);
  const view = makeReferenceView({
    scope,
    facts: scopedFacts(scope, all, all),
    language,
  });
  const { fields } = await programSheet(view, await findProgram(view, code));
  return new Map(fields.map(({ id, values, remark }) => [id, { text: values[0]?.text, remark }]));
}

const ITALY: Scope = donorScope('italy');
const GUATEMALA: Scope = donorScope('guatemala');

describe('the texts of a programme’s sheet', () => {
  it('say to the organisation which are for itself alone', async () => {
    const given = { summary: { en: 'S' }, note: { en: 'N' }, noteFor: 'everybody' as const };
    const fields = await fieldsOf(EVERYTHING, 'NET-POL', given);
    expect(fields.get('summary')).toEqual({ text: 'S', remark: 'For the organisation alone' });
    expect(fields.get('note')).toEqual({ text: 'N', remark: undefined });
    expect(fields.get('objectives')).toEqual({ text: undefined, remark: undefined });
    expect(fields.has('not-shown')).toBe(false);
  });

  it('are not there for a donor, who hears that there may be some', async () => {
    const given = { summary: { en: 'S' }, note: { en: 'N' }, noteFor: 'everybody' as const };
    const fields = await fieldsOf(ITALY, 'NET-POL', given);
    expect([...fields.keys()]).not.toContain('summary');
    expect(fields.get('note')).toEqual({ text: 'N', remark: undefined });
    expect(fields.get('not-shown')?.text).toBe(
      'Target beneficiaries, Summary of the programme and Objectives: not recorded, or for the organisation alone.',
    );
  });

  it('tell a donor the same of what is kept and of what was never written', async () => {
    const told = async (scope: Scope, code: string, given: Partial<Program>) =>
      (await fieldsOf(scope, code, given)).get('not-shown');
    const kept = { summary: { en: 'S' }, summaryFor: 'organisation' as const };
    const never = { summary: null };
    expect(await told(GUATEMALA, 'NET-PREV', kept)).toEqual(await told(GUATEMALA, 'NET-PREV', never));
    expect(await told(ITALY, 'NET-POL', { summary: { en: 'S' } })).toEqual(
      await told(ITALY, 'NET-POL', never),
    );
  });

  it('say so in every language', async () => {
    const words = await Promise.all(
      LANGUAGES.map(
        async (language) => (await fieldsOf(ITALY, 'NET-POL', {}, language)).get('not-shown')?.text,
      ),
    );
    expect(new Set(words).size).toBe(4);
  });
});

describe('the figures of a programme on the sheet of a country', () => {
  // The reference portfolio reports none of this programme.
  it('are as many as are read at once, and fewer where a page has no room', async () => {
    const own = Array.from({ length: 7 }, (_, at) =>
      makeResult(`own-${at}`, 'TOUR-CR', 1, { place: 'CR', periodEnd: `2016-0${at + 1}-28` }),
    );
    const view = makeReferenceView({
      facts: { ...referencePortfolio, results: [...referencePortfolio.results, ...own] },
    });
    const rowsOf = async (...most: readonly { readonly limit: number }[]) => {
      const { programs } = await countrySheetOf(view, 'CR', { limit: 20 }, ...most);
      const { results } = programs.find(({ code }) => code === 'TOUR-CR') ?? {};
      return [results?.rows.length, results?.short?.all];
    };
    expect(await rowsOf()).toEqual([7, undefined]);
    expect(await rowsOf({ limit: 5 })).toEqual([5, 7]);
  });
});
