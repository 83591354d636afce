import { countriesOf, programsOnSheet } from './country-sheet.ts';
import { makeFacts, makePlace, makeProgram, makeResult, shares } from './fixtures/facts.ts';
import { referencePortfolio } from './fixtures/reference-portfolio.ts';

const CUT_OFF = '2017-06-30';
const sheet = (country: string, day = CUT_OFF) =>
  programsOnSheet(referencePortfolio, country, day).map(({ code }) => code);

describe('programmes on a country sheet', () => {
  it('of Chile are six, with the activity in place of its parent', () => {
    expect(sheet('CL')).toEqual(['AEO', 'CARGO-CL', 'MAR-CL', 'NET-POL', 'NET-PREV', 'R1540']);
  });

  it('of Barbados hold the Caribbean network, which reported for the Caribbean', () => {
    expect(sheet('BB')).toEqual(['ARIN', 'AVSEC-BB', 'NET-POL', 'NET-PREV']);
  });

  it('of Paraguay hold R1540 by name; of the Dominican Republic not, where it reported nothing', () => {
    expect(sheet('PY')).toEqual(['NET-POL', 'NET-PREV', 'R1540']);
    expect(sheet('DO')).toEqual(['AEO', 'MIG-MESO', 'NET-POL', 'NET-PREV', 'VICT-CA']);
  });

  it('follow membership: Nicaragua left on 2023-11-19', () => {
    expect(sheet('NI', '2023-11-18')).toEqual(['MIG-MESO', 'NET-POL', 'NET-PREV', 'VICT-CA']);
    expect(sheet('NI', '2023-11-19')).toEqual(['MIG-MESO', 'VICT-CA']);
  });

  it('do not hold a regional programme for the figures of its activities', () => {
    const facts = makeFacts({
      places: [makePlace('CR'), makePlace('region:mesoamerica', ['CR', 'HN'])],
      programs: [
        makeProgram('TOP', { places: shares('region:mesoamerica') }),
        makeProgram('SUB', { parent: 'TOP', places: shares('HN') }),
      ],
      results: [makeResult('a', 'SUB', 5)],
    });
    expect(programsOnSheet(facts, 'CR', CUT_OFF)).toEqual([]);
    expect(programsOnSheet(facts, 'HN', CUT_OFF).map(({ code }) => code)).toEqual(['SUB']);
  });

  it('count a figure that names no place under the only region of its programme', () => {
    const facts = makeFacts({
      places: [makePlace('CR'), makePlace('region:mesoamerica', ['CR', 'HN'])],
      programs: [makeProgram('TOP', { places: shares('region:mesoamerica') })],
      results: [makeResult('a', 'TOP', 5)],
    });
    expect(programsOnSheet(facts, 'CR', CUT_OFF).map(({ code }) => code)).toEqual(['TOP']);
  });

  it('leave out every programme above one that stands', () => {
    const facts = makeFacts({
      programs: [
        makeProgram('TOP', { places: shares('CR') }),
        makeProgram('MID', { parent: 'TOP', places: shares('HN') }),
        makeProgram('LOW', { parent: 'MID', places: shares('CR') }),
      ],
    });
    expect(programsOnSheet(facts, 'CR', CUT_OFF).map(({ code }) => code)).toEqual(['LOW']);
  });
});

describe('countries of a region', () => {
  it('are those it is known to hold, the members by day, and none where nothing is known', () => {
    expect(countriesOf(referencePortfolio, 'region:caribbean', CUT_OFF)).toEqual(['AG', 'BB']);
    expect(countriesOf(referencePortfolio, 'region:oas-member-states', '1981-12-02')).not.toContain('AG');
    expect(countriesOf(referencePortfolio, 'region:oas-member-states', '1981-12-03')).toContain('AG');
    expect(countriesOf(referencePortfolio, 'region:atlantis', CUT_OFF)).toEqual([]);
  });
});
