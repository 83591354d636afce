import type { Block, Cell } from './block.ts';
import { canonicalJson, snapshotOf } from './snapshot.ts';

const subject = {
  report: 'portfolio',
  period: '2017-06',
  cutOff: '2017-06-30',
  pillar: null,
  country: null,
  donor: null,
};

/** Two rows of "officials trained by country", as a reader of English or of French has them. */
function byCountry(words: {
  readonly head: string;
  readonly country: string;
  readonly about: string;
}): Block {
  const row = (key: string, cells: readonly Cell[]) => ({ key, href: null, muted: false, cells });
  return {
    id: 'results-by-country',
    title: words.head,
    subtitle: '',
    chart: null,
    columns: [
      { key: 'label', label: words.head, numeric: false },
      { key: 'value', label: 'Total', numeric: true },
      { key: 'undated', label: words.head, numeric: true },
    ],
    rows: [
      row('AG', [
        { text: words.country, raw: words.country },
        { text: `${words.about} 45`, raw: 45 },
        { text: '', raw: null },
      ]),
      row('BB', [
        { text: 'Barbados', raw: 'Barbados' },
        { text: '22', raw: 22 },
        { text: '22', raw: 22 },
      ]),
    ],
    total: row('total', [
      { text: 'Total', raw: 'total' },
      { text: '67', raw: 67 },
      { text: '22', raw: 22 },
    ]),
    notes: [words.about],
    illustrative: false,
  };
}

const english = byCountry({ head: 'By country', country: 'Antigua and Barbuda', about: 'about' });
const french = byCountry({ head: 'Par pays', country: 'Antigua-et-Barbuda', about: 'environ' });

describe('a snapshot', () => {
  it('holds the figures by row and column, and no words', () => {
    expect(
      snapshotOf(subject, [english], [{ id: 'undated', label: 'x', explanation: 'y', items: [] }]),
    ).toEqual({
      rules: 2,
      ...subject,
      blocks: {
        'results-by-country': {
          illustrative: false,
          rows: { AG: { value: 45, undated: null }, BB: { value: 22, undated: 22 } },
          total: { value: 67, undated: 22 },
        },
      },
      gaps: { undated: 0 },
    });
  });

  it('is the same in every language', () => {
    expect(canonicalJson(snapshotOf(subject, [french], []))).toBe(
      canonicalJson(snapshotOf(subject, [english], [])),
    );
  });

  it('differs when a missing figure becomes zero, and when money stops being illustrative', () => {
    const [first, ...rest] = english.rows;
    const zero = { ...english, rows: [{ ...first, cells: [{ text: '', raw: 0 }] }, ...rest] } as Block;
    const texts = [english, zero, { ...english, illustrative: true }].map((block) =>
      canonicalJson(snapshotOf(subject, [block], [])),
    );
    expect(new Set(texts).size).toBe(3);
  });
});

describe('canonical JSON', () => {
  it('tells at least 340 from 340', () => {
    const target = (qualifier: string): Block => ({
      ...byCountry({ head: 'Target', country: 'Chile', about: 'about' }),
      columns: [
        { key: 'target', label: 'Target', numeric: true },
        { key: 'qualifier', label: 'Qualifier', numeric: false, dataOnly: true },
      ],
      rows: [
        {
          key: 'x',
          href: null,
          muted: false,
          cells: [
            { text: '', raw: 340 },
            { text: '', raw: qualifier },
          ],
        },
      ],
      total: null,
    });
    const rows = (block: Block) => snapshotOf(subject, [block], []).blocks['results-by-country']?.rows;
    expect(rows(target('at least'))).toEqual({ x: { target: 340, qualifier: 'at least' } });
    expect(rows(target('exact'))).toEqual({ x: { target: 340, qualifier: 'exact' } });
  });

  it('orders keys by code at every depth, and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, null], 10: 'x', 9: 'y', a: { é: 0.5, e: '"' } })).toBe(
      '{"10":"x","9":"y","a":{"e":"\\"","é":0.5},"b":[{"a":2,"z":1},null]}',
    );
  });

  it('comes back from a reader as it was written', () => {
    const text = canonicalJson({ rows: { 2017: { value: 101 }, undated: { value: 22 } } });
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });
});
