import { donorScope, PUBLIC } from '../../core/fixtures/scopes.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { pageLinks } from '../links.ts';
import { listedPrograms } from '../programs-in-view.ts';
import type { View } from '../view.ts';
import { indicatorsBlock, reportedIndicators } from './indicators.ts';
import { programsBlock } from './programs.ts';
import { resultsBlock } from './results.ts';

const view = makeReferenceView({ links: pageLinks('', undefined) });

async function nameOf(view: View, by: 'country' | 'donor' | 'pillar' | 'program', key: string) {
  const { rows } = await resultsBlock(view, 'officials-trained', by);
  return rows.find((row) => row.key === key)?.cells[0];
}

describe('a name in a table', () => {
  it('leads to the page of the country, donor or programme, and its figure to the rows behind it', async () => {
    expect(await nameOf(view, 'country', 'CR')).toEqual({
      text: 'Costa Rica',
      raw: 'Costa Rica',
      href: '/countries/CR',
    });
    expect(await nameOf(view, 'pillar', 'multidimensional-security')).toMatchObject({
      href: '/?pillar=multidimensional-security',
    });
    expect(await nameOf(view, 'donor', 'canada')).toMatchObject({ href: '/donors/canada' });
    expect(await nameOf(view, 'program', 'AEO')).toMatchObject({ href: '/programs/AEO' });
    const { rows } = await resultsBlock(view, 'officials-trained', 'country');
    expect(rows.find(({ key }) => key === 'CR')?.href).toMatch(/^\/results\?/);
  });

  it('leads nowhere where nothing is called so', async () => {
    // The 22 of the workshop in Barbados, of which no donor is recorded.
    expect(await nameOf(view, 'donor', 'not-recorded')).toEqual({
      text: 'No donor recorded',
      raw: 'No donor recorded',
    });
  });

  it('of an indicator leads to all that there is to say of it', async () => {
    const { rows } = indicatorsBlock(view, await reportedIndicators(view));
    expect(rows[0]?.cells[0]?.href).toBe('/indicators/officials-trained');
  });

  it('leads by each of several', async () => {
    const { rows } = programsBlock(view, await view.figures.programs(listedPrograms(view)));
    const places = rows.find(({ key }) => key === 'VICT-CA')?.cells[4];
    expect(places?.names?.slice(0, 2)).toEqual([
      { text: 'Belize', href: '/countries/BZ' },
      { text: 'Costa Rica', href: '/countries/CR' },
    ]);
    expect(places?.text).toMatch(/^Belize, Costa Rica, /);
  });

  it('leads no reader where it may not go', async () => {
    const links = pageLinks('', undefined);
    const stranger = makeReferenceView({ scope: PUBLIC, links });
    expect(await nameOf(stranger, 'country', 'CR')).toMatchObject({ href: '/countries/CR' });
    const canada = makeReferenceView({ scope: donorScope('canada'), links });
    expect(canada.links.donor('canada')).toBe('/donors/canada');
    expect(canada.links.donor('italy')).toBeNull();
    expect(stranger.links.donor('canada')).toBeNull();
  });

  it('is only a name on paper that does not know where the service is', async () => {
    expect(await nameOf(makeReferenceView(), 'country', 'CR')).toEqual({
      text: 'Costa Rica',
      raw: 'Costa Rica',
    });
  });
});
