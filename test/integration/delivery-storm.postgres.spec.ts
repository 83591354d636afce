import { Secret } from '../../src/platform/config/secret.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { onPostgres } from '../support/database.ts';
import { seed } from '../support/import.ts';
import { type Edition, faultsOf, runStorm } from '../support/storm/delivery-storm.ts';

const PORTFOLIO: Edition = {
  report: 'portfolio',
  pillar: null,
  country: null,
  donor: null,
  lang: 'en',
  paper: 'a4',
};

const EDITIONS: readonly Edition[] = [
  PORTFOLIO,
  { ...PORTFOLIO, pillar: 'democracy' },
  { ...PORTFOLIO, report: 'country-fact-sheet', country: 'AR', lang: 'es' },
  { ...PORTFOLIO, report: 'donor-funding-summary', donor: 'canada', lang: 'fr' },
];

/** The whole of it, with five hundred e-mails and twenty kills, is `npm run bench -- delivery`. */
onPostgres('a storm', (empty) => {
  it('of dying workers and a troubled mail server: everybody has the own report, once', async () => {
    const url = (await empty()).reveal();
    const database = await openDatabase({ databaseUrl: new Secret(url), dataDir: '' });
    await seed(database.db);
    await database.close();
    const storm = {
      url,
      says: '2017-07-01T12:00:00Z',
      period: '2017-06',
      editions: EDITIONS,
      deliveries: 40,
      workers: 3,
      kills: 3,
      deafMinutes: 5,
      times: 60,
      seed: 1,
    };
    const aftermath = await runStorm(storm);
    expect(faultsOf(aftermath, storm)).toEqual([]);
    expect(Math.max(0, ...aftermath.handOverMs)).toBeLessThan(60_000);
  });
});
