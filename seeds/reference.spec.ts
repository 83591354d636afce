import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { SeedRow } from './demo-amounts.ts';
import { type SeedFile, seedRows, seedText } from './seed-files.adapter.ts';

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

describe('the reference portfolio survives in the seeds', () => {
  it.each(REFERENCE)('$file: every row and column, in its order', ({ file, columns, rows, sha256 }) => {
    const width = columns.split(',').length;
    const table: string[][] = parse(seedText(file));
    const reference = table.map((row) => row.slice(0, width));
    expect(reference[0]).toEqual(columns.split(','));
    expect(reference).toHaveLength(rows + 1);
    expect(createHash('sha256').update(JSON.stringify(reference)).digest('hex')).toBe(sha256);
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
