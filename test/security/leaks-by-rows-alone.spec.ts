import { eachEngine } from '../support/database.ts';
import { replacing } from '../support/replacing.ts';

// The application's own checks are switched off: whatever a reader's query finds is shown. Only the database is left.
const importing = replacing({
  'src/core/visibility/scoped-facts.ts': { scopedFacts: (_scope: unknown, facts: unknown) => facts },
  'src/core/visibility/past-facts.ts': { pastFacts: (_scope: unknown, past: unknown) => past },
  'src/reporting/seen-by.repository.ts': { seenBy: () => undefined },
});
const { itLeaksNothing, makeWorld } = await importing<typeof import('./leaks.suite.ts')>(
  'test/security/leaks.suite.ts',
);

eachEngine('every route, with row-level security alone', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  beforeAll(async () => {
    world = await makeWorld(engine);
  });
  afterAll(() => world.app.close());

  itLeaksNothing(
    () => world,
    // What shows nothing here shows nothing where the application looks too (leaks.spec.ts).
    { only: (visitor) => /^(alpha|beta) /.test(visitor), asksAll: /^(alpha|beta) person/ },
  );
});
