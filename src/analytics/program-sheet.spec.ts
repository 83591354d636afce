import type { Scope } from '../access/index.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import type { Program } from '../core/program.ts';
import { programsOfSeveralFunders } from '../core/readership.ts';
import { LANGUAGES, type Language } from '../core/text.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { programSheet } from './program-sheet.ts';
import { scopedFacts } from './scoped-facts.ts';

/** NET-POL, of three funders, and NET-PREV, of one. */
const facts = (given: Partial<Program>) => ({
  ...referencePortfolio,
  programs: referencePortfolio.programs.map((each) => ({ ...each, ...given })),
});

function fieldsOf(scope: Scope, code: string, given: Partial<Program>, language: Language = 'en') {
  const all = facts(given);
  const view = makeReferenceView({
    scope,
    facts: scopedFacts(scope, all, programsOfSeveralFunders(all)),
    language,
  });
  const program = view.facts.programs.find((each) => each.code === code) as Program;
  const { fields } = programSheet(view, program);
  return new Map(fields.map(({ id, values, remark }) => [id, { text: values[0]?.text, remark }]));
}

const ITALY: Scope = { kind: 'donor', organisations: ['italy'] };
const GUATEMALA: Scope = { kind: 'donor', organisations: ['guatemala'] };

describe('the texts of a programme’s sheet', () => {
  it('say to the organisation which are for itself alone', () => {
    const given = { summary: { en: 'S' }, note: { en: 'N' }, noteFor: 'everybody' as const };
    const fields = fieldsOf({ kind: 'all' }, 'NET-POL', given);
    expect(fields.get('summary')).toEqual({ text: 'S', remark: 'For the organisation alone' });
    expect(fields.get('note')).toEqual({ text: 'N', remark: undefined });
    expect(fields.get('objectives')).toEqual({ text: undefined, remark: undefined });
    expect(fields.has('not-shown')).toBe(false);
  });

  it('are not there for a donor, who hears that there may be some', () => {
    const given = { summary: { en: 'S' }, note: { en: 'N' }, noteFor: 'everybody' as const };
    const fields = fieldsOf(ITALY, 'NET-POL', given);
    expect([...fields.keys()]).not.toContain('summary');
    expect(fields.get('note')).toEqual({ text: 'N', remark: undefined });
    expect(fields.get('not-shown')?.text).toBe(
      'Target beneficiaries, Summary of the programme and Objectives: not recorded, or for the organisation alone.',
    );
  });

  it('tell a donor the same of what is kept and of what was never written', () => {
    const told = (scope: Scope, code: string, given: Partial<Program>) =>
      fieldsOf(scope, code, given).get('not-shown');
    const kept = { summary: { en: 'S' }, summaryFor: 'organisation' as const };
    const never = { summary: null };
    expect(told(GUATEMALA, 'NET-PREV', kept)).toEqual(told(GUATEMALA, 'NET-PREV', never));
    expect(told(ITALY, 'NET-POL', { summary: { en: 'S' } })).toEqual(told(ITALY, 'NET-POL', never));
  });

  it('say so in every language', () => {
    const words = LANGUAGES.map(
      (language) => fieldsOf(ITALY, 'NET-POL', {}, language).get('not-shown')?.text,
    );
    expect(new Set(words).size).toBe(4);
  });
});
