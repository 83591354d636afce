import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { doors } from '../../src/doors.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { lend } from '../support/lending.ts';
import { approve, enter, idOf, outcome, WritingWorld } from './writing-api.fixture.ts';

interface Described {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: string;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        {
          readonly schema: { readonly properties?: object };
          readonly examples: Readonly<Record<string, { readonly value: object }>>;
        }
      >
    >;
  };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<
          Record<
            string,
            {
              readonly examples?: Readonly<
                Record<string, { readonly value: { status?: number; code?: string } }>
              >;
            }
          >
        >;
      }
    >
  >;
}

/** Of `POST /api/v1/submissions/:id/submit`, as the document names it. */
function describedOf(
  paths: Readonly<Record<string, Readonly<Record<string, Described>>>>,
  route: string,
): Described | undefined {
  const [method = '', url = ''] = route.split(' ');
  return paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
}

describe('the document of the API', () => {
  let world: WritingWorld;
  let paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  let document: { readonly security: unknown; readonly components: { readonly securitySchemes: object } };
  const writing = Object.keys(doors).filter((route) => doors[route]?.opens === 'to-writers');

  beforeAll(async () => {
    world = await WritingWorld.start({ database: await lend('embedded', 'seeded') });
    document = (await world.app.nest.inject('/api/v1/openapi.json')).json();
    ({ paths } = document as never);
  });
  afterAll(() => world.app.close());

  it('says by what programs come in', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
  });

  it('describes every route by which programs write, with what it takes and answers', () => {
    expect(writing.length).toBe(38);
    for (const route of writing) {
      const described = describedOf(paths, route);
      expect([route, described?.summary, described?.tags]).toEqual([
        route,
        expect.stringMatching(/\w/),
        [route === 'POST /api/v1/bounces' ? 'deliveries' : 'entry'],
      ]);
      const names = (described?.parameters ?? [])
        .filter((each) => each.in === 'header')
        .map(({ name }) => name.toLowerCase());
      // A preview does nothing, and a report of a mail server says itself what it is.
      const isOnce = route.startsWith('POST ') && !/(approvals\/preview|bounces)$/.test(route);
      expect([route, names.includes('idempotency-key')]).toEqual([route, isOnce]);
      const takes = /^(POST|PUT) /.test(route);
      // A file comes as a form alone.
      const type = route === 'POST /api/v1/large-files' ? 'multipart/form-data' : 'application/json';
      const bodies = Object.values(described?.requestBody?.content[type]?.examples ?? {});
      expect([route, bodies.length > 0, described?.requestBody !== undefined]).toEqual([route, takes, takes]);
      expect(Object.keys(described?.responses ?? {})).toEqual(expect.arrayContaining(['401', '403', '404']));
    }
  });

  it('gives an example of each answer, and of each error with its code', () => {
    const sources = globSync('src/**/*.ts', { cwd: ROOT })
      .filter((file) => !/examples\.ts$|i18n|spec/.test(file))
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n');
    for (const route of writing) {
      const { responses = {} } = describedOf(paths, route) ?? {};
      for (const [status, { description, content = {} }] of Object.entries(responses)) {
        expect([route, status, description]).toEqual([route, status, expect.stringMatching(/\w/)]);
        const isProblem = Number(status) >= 400;
        const [type = '', { examples = {} } = {}] = Object.entries(content)[0] ?? [];
        expect([route, status, type]).toEqual([
          route,
          status,
          isProblem ? 'application/problem+json' : 'application/json',
        ]);
        expect(Object.keys(examples).length).toBeGreaterThan(0);
        for (const { value } of Object.values(examples)) {
          if (!isProblem) continue;
          expect(value).toMatchObject({
            status: Number(status),
            code: expect.stringMatching(/^[A-Z_]+\.[A-Z_]+$/),
          });
          expect([value.code, sources.includes(`'${value.code}'`)]).toEqual([value.code, true]);
        }
      }
    }
  });

  it('shows bodies that are taken as they stand, and answers that have what real ones have', async () => {
    const maker = await world.person({ role: 'administrator' });
    const manager = await world.person({ role: 'manager' });
    const program = await world.program({ role: 'administrator' }, maker.account);
    const decider = await world.program({ role: 'manager' }, manager.account);
    const examples = (route: string) =>
      Object.entries(describedOf(paths, route)?.requestBody?.content['application/json']?.examples ?? {});
    const shown = (route: string, status: string) => {
      const content = describedOf(paths, route)?.responses[status]?.content ?? {};
      return Object.values(Object.values(content)[0]?.examples ?? {})[0]?.value ?? {};
    };
    const keysOf = (value: object) => Object.keys(value).sort();
    // The examples are of a programme "MAR", which is not of the reference portfolio.
    const known = (body: object) => JSON.parse(JSON.stringify(body).replaceAll('"MAR"', '"TOUR"'));
    for (const [name, { value }] of examples('POST /api/v1/submissions')) {
      const told = await program.send('POST', '/submissions', known(value));
      expect([name, ['201', '422 ENTRY.FAULTS'].includes(outcome(told))]).toEqual([name, true]);
      if (told.status === 201)
        expect(keysOf(told.body)).toEqual(keysOf(shown('POST /api/v1/submissions', '201')));
    }
    const draft = await enter(program, {}, { state: 'draft' });
    const path = `/submissions/${idOf(draft)}`;
    const read = await program.send('GET', path);
    expect(keysOf(read.body)).toEqual(keysOf(shown('GET /api/v1/submissions/:id', '200')));
    const [[, change] = ['', { value: {} }]] = examples('PUT /api/v1/submissions/:id');
    const changed = await program.send('PUT', path, known(change.value), { version: 1 });
    expect(keysOf(changed.body)).toEqual(keysOf(shown('PUT /api/v1/submissions/:id', '200')));
    const [, [, submit] = ['', { value: {} }]] = examples('POST /api/v1/submissions/:id/submit');
    const submitted = await program.send('POST', `${path}/submit`, submit.value, { version: 2 });
    expect(outcome(submitted)).toBe('200');
    const preview = await decider.send('POST', '/approvals/preview', { ids: [idOf(draft)] });
    const example = shown('POST /api/v1/approvals/preview', '200') as { readonly items: readonly [object] };
    expect(keysOf(preview.body)).toEqual(keysOf(example));
    expect(keysOf(preview.body.items[0])).toEqual(keysOf(example.items[0]));
    const approved = await approve(decider, [idOf(draft)]);
    expect(keysOf(approved.body)).toEqual(keysOf(shown('POST /api/v1/approvals', '200')));
    const imports = await decider.send('GET', '/imports');
    const listed = shown('GET /api/v1/imports', '200') as { readonly rows: readonly [object] };
    expect(keysOf(imports.body.rows[0])).toEqual(keysOf(listed.rows[0]));
  });
});
