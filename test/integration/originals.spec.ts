import { importKinds } from '../../src/imports.ts';
import { download } from '../../src/platform/csv/download.use-case.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine, undone } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** A programme, and all that it is told with, that nobody has written in English. */
const FILES: Readonly<Record<string, string>> = {
  pillars: 'code,name,name_fr\nrule-of-law,,État de droit\n',
  terms: 'list,code,label_pt\nunit,DDE,Departamento de Estado\n',
  places: 'code,kind,name,name_es\nregion:andes,region,,Andes\n',
  organisations: 'name,name_es,kind\n,Cooperación Andina,multilateral\n',
  indicators:
    'indicator,indicator_es,unit,unit_es,measure,combine_time,combine_place,people\n,voluntarios formados,,personas,count,sum,sum,persons\n',
  programs:
    'code,title,title_es,pillar,status,start,end,unit,note_pt\nVOL-ES,,Personas cooperantes voluntarias,rule-of-law,ongoing,2016-01-01,,DDE,Sem relatório final\n',
  'program-countries': 'program,country_or_region,share\nVOL-ES,region:Andes,\n',
  'program-organisations': 'program,organisation,role\nVOL-ES,COOPERACION ANDINA,funding\n',
  results:
    'program,indicator,unit,kind,country_or_region,period_start,period_end,value,note,note_fr\nVOL-ES,Voluntarios formados,personas,actual,region:Andes,2017-06-01,2017-06-30,12,,Deux cours\n',
  transactions:
    'program,type,value_date,amount,currency,provider,note_es\nVOL-ES,commitment,2016-02-01,500,USD,Cooperación Andina,Primera cuota\n',
};

async function csvOf(db: Database, name: string): Promise<string> {
  const kind = importKinds.find((each) => each.name === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return new TextDecoder().decode((await download(db, kind, 'csv', NOW)).bytes);
}

async function expectUnchanged(db: Database): Promise<void> {
  for (const kind of Object.keys(FILES)) {
    const csv = await csvOf(db, kind);
    expect([kind, await importCsv(db, kind, csv)]).toMatchObject([
      kind,
      { errors: [], inserted: 0, updated: 0 },
    ]);
    expect(await csvOf(db, kind)).toBe(csv);
  }
}

eachEngine('a text that is an original in another language', (engine) => {
  let app: TestApp;
  let db: Database;
  const get = async (url: string) => (await app.nest.inject({ url })).body;

  beforeAll(async () => {
    app = await startReferenceApp(engine);
    db = app.database.db;
    for (const [kind, csv] of Object.entries(FILES)) {
      expect([kind, await importCsv(db, kind, csv)]).toMatchObject([kind, { errors: [], inserted: 1 }]);
    }
  });
  afterAll(() => app.close());

  it('comes back unchanged from a download of each kind', () => undone(db, expectUnchanged));

  it('is shown in its own language, which page and reader are told', async () => {
    const page = await get('/programs/VOL-ES');
    expect(page).toContain('<h1><span lang="es">Personas cooperantes voluntarias</span> (in Spanish)</h1>');
    expect(page).toContain('<span lang="es">Cooperación Andina</span> (in Spanish)');
    expect(page).toContain('<span lang="fr">État de droit</span> (in French)');
    expect(page).toContain('<span lang="pt">Sem relatório final</span> (in Portuguese)');
    expect(await get('/programs/VOL-ES?lang=pt')).toContain(
      '<h1><span lang="es">Personas cooperantes voluntarias</span> (em espanhol)</h1>',
    );
    const own = await get('/programs/VOL-ES?lang=es');
    expect(own).toContain('<h1>Personas cooperantes voluntarias</h1>');
    expect(own).not.toContain('(en español)');
  });

  it('stands among the gaps, each name once', async () => {
    const page = await get('/programs/VOL-ES');
    // The programme, its indicator and unit, its organisation, its pillar and its region.
    expect(page).toContain('<h3>6 names with no English</h3>');
    expect(await get('/programs/VOL-ES?lang=es')).toContain('<h3>6 nombres sin versión en inglés</h3>');
    expect(await get('/programs/MAR')).not.toContain('no English');
  });

  it('is in the data with its language', async () => {
    const program = JSON.parse(await get('/api/v1/programs/VOL-ES'));
    expect(program).toMatchObject({
      title: 'Personas cooperantes voluntarias',
      titleLanguage: 'es',
      donors: [{ code: 'cooperacion-andina', label: 'Cooperación Andina (in Spanish)' }],
      results: [
        {
          indicator: { code: 'voluntarios-formados', label: 'Voluntarios formados (in Spanish)' },
          place: { key: 'region:andes', label: 'Andes (in Spanish)' },
          note: 'Deux cours',
          noteLanguage: 'fr',
        },
      ],
    });
    const inSpanish = JSON.parse(await get('/api/v1/programs/VOL-ES?lang=es'));
    expect(inSpanish.title).toBe('Personas cooperantes voluntarias');
    expect(inSpanish).not.toHaveProperty('titleLanguage');
    expect(await get('/programs.csv')).toContain('Personas cooperantes voluntarias (in Spanish)');
    const totals = await get('/api/v1/totals?indicator=voluntarios-formados&kind=actual&by=program');
    expect(JSON.parse(totals).rows).toMatchObject([
      { key: 'VOL-ES', label: 'Personas cooperantes voluntarias (in Spanish)', value: 12 },
    ]);
  });

  it('stands in reports, and in the alphabet where its own first letter puts it', async () => {
    const report = await get('/api/v1/reports/portfolio.csv?period=2017-06');
    expect(report).toContain('Personas cooperantes voluntarias (in Spanish)');
    const options = [...(await get('/')).matchAll(/<option value="[^"]*"[^>]*>([^<]*)</g)].map(
      ([, text]) => text,
    );
    const at = options.indexOf('Cooperación Andina (in Spanish)');
    expect(at).toBeGreaterThan(0);
    const [before = '', , after = ''] = options.slice(at - 1, at + 2);
    expect([before < 'Cooperación', after > 'Cooperación']).toEqual([true, true]);
  });

  it('keeps its code and its rows when the English comes', () =>
    undone(db, async (tx) => {
      const later: Readonly<Record<string, string>> = {
        organisations: 'name,name_es,kind\nAndean Cooperation,Cooperación Andina,multilateral\n',
        indicators:
          'indicator,indicator_es,unit,unit_es,measure,combine_time,combine_place,people\nvolunteers trained,voluntarios formados,people,personas,count,sum,sum,persons\n',
        places: 'code,kind,name,name_es\nregion:andes,region,The Andes,Andes\n',
        programs: 'code,title,status\nVOL-ES,Volunteers,ongoing\n',
        pillars: 'code,name\nrule-of-law,Rule of law\n',
      };
      for (const [kind, csv] of Object.entries(later)) {
        expect([kind, await importCsv(tx, kind, csv)]).toMatchObject([
          kind,
          { errors: [], inserted: 0, updated: 1 },
        ]);
      }
      expect(await csvOf(tx, 'programs')).toContain('VOL-ES,,Volunteers,Personas cooperantes voluntarias,');
      await expectUnchanged(tx);
      // Either name says it from now on.
      const again = 'program,organisation,role\nVOL-ES,Andean Cooperation,funding\n';
      expect(await importCsv(tx, 'program-organisations', again)).toMatchObject({ errors: [], unchanged: 1 });
    }));

  it('is found by what it is called, and not taken for another when it is mistyped', async () => {
    const said = (name: string) =>
      importCsv(db, 'organisations', `name,name_es,kind\n,${name},multilateral\n`);
    expect(await said('cooperación andina')).toMatchObject({ errors: [], updated: 1 });
    expect(await said('Cooperación Andina')).toMatchObject({ errors: [], updated: 1 });
    expect((await said('Cooperasión Andina')).errors).toMatchObject([
      { line: 2, column: 'name_es', code: 'WORD.NEARLY_KNOWN' },
    ]);
    // The Spanish of a known one leads to it, and its English stays.
    const canada = 'name,name_es,kind,country\n,Canadá,government,CA\n';
    expect(await importCsv(db, 'organisations', canada)).toMatchObject({ errors: [], inserted: 0 });
    expect(await csvOf(db, 'organisations')).toMatch(/^Canada,Canadá,/m);
  });

  it('needs no column for English', () =>
    undone(db, async (tx) => {
      const csv = 'code,title_es,status\nSOLO,Solo en español,ongoing\n';
      expect(await importCsv(tx, 'programs', csv)).toMatchObject({ errors: [], inserted: 1 });
    }));

  it('has a unit that stays, as its original says it', async () => {
    const other =
      'indicator,indicator_es,unit,unit_es,measure,combine_time,combine_place,people\n,voluntarios formados,people,,count,sum,sum,persons\n';
    expect((await importCsv(db, 'indicators', other)).errors).toMatchObject([
      { column: 'unit', code: 'INDICATOR.FIXED' },
    ]);
  });
});
