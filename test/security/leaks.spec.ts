import { eachEngine } from '../support/database.ts';
import { itLeaksNothing, makeWorld } from './leaks.suite.ts';

eachEngine('every route, for everybody', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  beforeAll(async () => {
    world = await makeWorld(engine);
  }, 120_000);
  afterAll(() => world.app.close());

  itLeaksNothing(() => world);
});
