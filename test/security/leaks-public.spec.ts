import { eachEngine } from '../support/database.ts';
import { itLeaksNothing, makeWorld } from './leaks.suite.ts';

eachEngine('every route, for strangers whom the service shows its totals', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  beforeAll(async () => {
    world = await makeWorld(engine, { ATTEST_PUBLIC: 'on' });
  });
  afterAll(() => world.app.close());

  itLeaksNothing(() => world, { only: (visitor) => visitor === 'stranger' || visitor === 'half-way' });

  it('shows them approved totals', async () => {
    const { statusCode, body } = await world.app.asStranger(
      '/api/v1/totals?indicator=officials-trained&by=country',
    );
    expect(statusCode).toBe(200);
    // Chile: 1919 + 2929 + 3939 + 4949 of the canaries, and the 4 of the reference portfolio.
    expect(JSON.parse(body).rows.find(({ key }: { key: string }) => key === 'CL')).toMatchObject({
      value: 13_740,
    });
  });
});
