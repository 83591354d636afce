import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { SeedRow } from './demo-amounts.ts';
import { readTable, type SeedFile, seedRows, seedText } from './seed-files.adapter.ts';

/** The columns of the reference portfolio, and the SHA-256 of its header and rows as JSON: frozen, not regenerated. */
const REFERENCE: readonly {
  readonly file: SeedFile;
  readonly columns: string;
  readonly rows: number;
  readonly sha256: string;
}[] = [
  {
    file: 'programs',
    columns: 'code,parent,title,unit,pillar,status,start,end,beneficiaries,link,note',
    rows: 17,
    sha256: '3d6bdb835864d9d03028d82e647a8924f73558902b273491d3c007df7fa215a8',
  },
  {
    file: 'program-countries',
    columns: 'program,country_or_region,share',
    rows: 35,
    sha256: '2936d1dbf512346575dc5858da461e3f1e1894e1d78843eaa94f7c3e612b89b3',
  },
  {
    file: 'program-organisations',
    columns: 'program,organisation,kind,country,role',
    rows: 30,
    sha256: 'f0ff02526cf549500a7207bca9838487c42df5c2d52d614b3c0563ae380ddf36',
  },
  {
    file: 'results',
    columns:
      'program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,denominator,breakdown,sheet,note',
    rows: 38,
    sha256: '315d97d46e4e9a39fbff259dbed6f9250cabe08dabc6de1569c0926bc91d2bbf',
  },
];

/** Cells that say what the sheets say where the reference does not, each with the disagreement that decides it. */
const CORRECTED: readonly {
  readonly file: SeedFile;
  /** The cell of its first column. */
  readonly row: string;
  readonly column: string;
  readonly reference: string;
  readonly seeds: string;
  readonly because: string;
}[] = [
  {
    file: 'programs',
    row: 'AEO',
    column: 'note',
    reference: 'One evaluation mission and two technical assistance missions per country.',
    seeds: 'One evaluation mission and two technical assistance missions.',
    because: 'X-22',
  },
  { file: 'programs', row: 'TOUR', column: 'end', reference: '2019', seeds: '', because: 'X-35' },
  {
    file: 'programs',
    row: 'TOUR-CR',
    column: 'status',
    reference: 'ongoing',
    seeds: 'planned',
    because: 'X-43',
  },
  {
    file: 'results',
    row: 'NET-POL',
    column: 'note',
    reference: 'Mapping of certified police institutions',
    seeds: 'Mapping of police institutions and their certified processes',
    because: 'X-11',
  },
  {
    file: 'results',
    row: 'ARIN',
    column: 'note',
    reference: 'Network launched (the sheet says both launched and to be launched)',
    seeds: 'Network launched in Miami (the sheet says both launched and to be launched)',
    because: 'X-47',
  },
];

const CICTE = 'Inter-American Committee against Terrorism (CICTE),OAS unit,,implementing';
const UNICRI = 'UNICRI,multilateral,,implementing';

/** Rows that a sheet has and the reference has not, after the reference's: by disagreement, or by lost word. */
const ADDED: readonly { readonly file: SeedFile; readonly row: string; readonly because: string }[] = [
  { file: 'program-countries', row: 'AVSEC,region:South America,', because: 'X-29' },
  ...[
    [`TOUR-AG,${CICTE}`, 'X-41'],
    [`TOUR-AG,${UNICRI}`, 'X-41'],
    [`TOUR-CR,${CICTE}`, 'X-36'],
    [`TOUR-CR,${UNICRI}`, 'X-36'],
    ['AEO,Inter-American Development Bank (IDB),development bank,,partner', 'AEO-17'],
    ['AEO,Economic Commission for Latin America and the Caribbean (ECLAC),multilateral,,partner', 'AEO-18'],
    ['AEO,International Monetary Fund (IMF),multilateral,,partner', 'AEO-19'],
    ['AEO,World Customs Organization (WCO),multilateral,,partner', 'AEO-20'],
    ['TOUR-AG,Royal Canadian Mounted Police (RCMP),government agency,CA,partner', 'TOUR-AG-11'],
    ['TOUR-AG,Caribbean Community (CARICOM),multilateral,,partner', 'TOUR-AG-12'],
    ['ARIN,Asset Recovery Unit of the Regional Security System (RSS ARU),multilateral,,partner', 'ARIN-15'],
    ['ARIN,Director of Public Prosecutions of Barbados,government agency,BB,partner', 'ARIN-16'],
    ['R1540,United Nations 1540 Committee,multilateral,,partner', 'R1540-12'],
    ['R1540,Group of Experts of the 1540 Committee,multilateral,,partner', 'R1540-13'],
    ['R1540,United Nations Office for Disarmament Affairs,multilateral,,partner', 'R1540-14'],
  ].map(([row = '', because = '']) => ({ file: 'program-organisations' as const, row, because })),
];

describe('the reference portfolio survives in the seeds', () => {
  it.each(REFERENCE)('$file: every row and column, in its order', ({ file, columns, rows, sha256 }) => {
    const names = columns.split(',');
    const table: string[][] = parse(seedText(file));
    const kept = table.slice(0, rows + 1).map((row) => row.slice(0, names.length));
    for (const each of CORRECTED.filter((cell) => cell.file === file)) {
      const at = names.indexOf(each.column);
      const wrong = kept.filter((row) => row[0] === each.row && row[at] === each.seeds);
      expect([each, wrong.length]).toEqual([each, 1]);
      for (const row of wrong) row[at] = each.reference;
    }
    expect(kept[0]).toEqual(names);
    expect(kept).toHaveLength(rows + 1);
    expect(createHash('sha256').update(JSON.stringify(kept)).digest('hex')).toBe(sha256);
  });

  it.each(REFERENCE)('$file: no row more than the sheets say', ({ file, columns, rows }) => {
    const table: string[][] = parse(seedText(file));
    const more = table.slice(rows + 1).map((row) => row.slice(0, columns.split(',').length).join(','));
    expect(more).toEqual(ADDED.filter((each) => each.file === file).map(({ row }) => row));
  });

  it('differs from the reference only for a reason that can be read', () => {
    const facts = new Set(readTable('lost-words').map(({ fact }) => fact));
    const decided = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    for (const { because } of [...CORRECTED, ...ADDED]) {
      expect([
        because,
        because.startsWith('X-') ? decided.includes(`| ${because} |`) : facts.has(because),
      ]).toEqual([because, true]);
    }
  });

  it('has a decision for each of the 75 disagreements', () => {
    const decided = readFileSync(new URL('README.md', import.meta.url), 'utf8').matchAll(
      /^\| (X-\d\d) \| /gm,
    );
    expect([...decided].map(([, id]) => id)).toEqual(
      Array.from({ length: 75 }, (_, index) => `X-${String(index + 1).padStart(2, '0')}`),
    );
  });
});

describe('what must come out, as far as rows alone can say', () => {
  const actual = results('officials trained', 'actual');

  it('has 123 officials trained, of which 45 approximate and 22 undated', () => {
    expect(sum(actual)).toBe(123);
    expect(sum(actual.filter((row) => row.qualifier === 'about'))).toBe(45);
    expect(sum(actual.filter((row) => row.period_end === ''))).toBe(22);
    expect(sum(actual.filter((row) => row.qualifier === 'exact'))).toBe(78);
  });

  it('has officials trained by country, and never for a region', () => {
    expect(sumsBy(actual, placeOf)).toEqual({ AG: 45, CR: 37, BB: 22, DO: 15, CL: 4 });
  });

  it('has officials trained by funding organisation, its own or its parent’s', () => {
    expect(sumsBy(actual, fundersOf)).toEqual({
      Canada: 45,
      'European Union': 37,
      'United States Counter-Terrorism Bureau': 19,
      '': 22,
    });
  });

  it('has 7 women and 15 men, and no other figure by sex', () => {
    expect(actual.map((row) => row.breakdown).filter((parts) => parts?.includes('sex='))).toEqual([
      'sex=female:7;sex=male:15',
    ]);
  });

  it('has 101 officials trained in periods that ended in June 2017', () => {
    expect(sum(actual.filter((row) => row.period_end?.startsWith('2017-06')))).toBe(101);
  });

  it('has two targets for officials, both for the member states as a region', () => {
    expect(
      results('officials trained', 'target').map((row) => [row.qualifier, row.value, placeOf(row)]),
    ).toEqual([
      ['at least', '340', 'region:OAS member states'],
      ['exact', '200000', 'region:OAS member states'],
    ]);
  });

  it('has 17 documents, each where its row says', () => {
    const documents = results('documents produced', 'actual');
    expect(sumsBy(documents, placeOf)).toEqual({
      BZ: 1,
      CL: 1,
      CR: 2,
      DO: 1,
      SV: 1,
      GT: 1,
      HN: 2,
      NI: 1,
      PA: 1,
      'region:Central America and Dominican Republic': 3,
      'region:OAS member states': 3,
    });
    expect(sum(documents)).toBe(17);
  });

  it('has the ratio as a pair, and people informed apart from officials trained', () => {
    const [ratio] = results('programmes coordinated with', 'actual');
    expect([ratio?.value, ratio?.denominator]).toEqual(['14', '17']);
    expect(sum(results('people informed', 'actual'))).toBe(370);
    expect(sum(results('companies reached', 'actual'))).toBe(180);
    expect(results('companies in pilot', 'actual').map((row) => [row.value, row.breakdown])).toEqual([
      ['5', 'size=SME:1;size=other:4'],
    ]);
  });

  it('has 12 programmes at the top', () => {
    expect(seedRows('programs').filter((row) => row.parent === '')).toHaveLength(12);
  });
});

function results(indicator: string, kind: string): readonly SeedRow[] {
  return seedRows('results').filter((row) => row.indicator === indicator && row.kind === kind);
}

function sum(rows: readonly SeedRow[]): number {
  return rows.reduce((total, row) => total + Number(row.value), 0);
}

function sumsBy(rows: readonly SeedRow[], keyOf: (row: SeedRow) => string): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, sum(group)]));
}

function placeOf(row: SeedRow): string {
  return row.country_or_region ?? '';
}

function fundersOf(row: SeedRow): string {
  const program = seedRows('programs').find(({ code }) => code === row.program);
  const own = seedRows('program-organisations').filter(
    (organisation) => organisation.program === row.program && organisation.role === 'funding',
  );
  if (own.length > 0 || !program?.parent) return own.map(({ organisation }) => organisation).join(', ');
  return fundersOf({ ...row, program: program.parent });
}
