import type { Block } from '../../core/report/block.ts';
import { wholeRows } from './frame.tsx';

type Given = Pick<Block, 'id' | 'chart' | 'rows'>;

function block(id: string, type: 'bar' | 'map' | null = 'bar', rows = 3): Given {
  const cells = Array.from({ length: rows }, (_, at) => ({
    key: `${at}`,
    href: null,
    muted: false,
    cells: [],
  }));
  return { id, rows: cells, chart: type === null ? null : ({ type } as Given['chart']) };
}

describe('blocks two beside each other', () => {
  it('leave no hole beside a sentence, nor beside the last of an odd number', () => {
    const sides = ['country', 'pillar', 'role'].map((id) => block(id));
    expect([...wholeRows([block('trend', null), ...sides], [])]).toEqual(['trend', 'role']);
    expect([...wholeRows([block('trend'), ...sides], [])]).toEqual([]);
    expect([
      ...wholeRows([block('trend'), block('balances', null), block('country'), block('year')], []),
    ]).toEqual(['balances', 'trend']);
    expect([
      ...wholeRows([block('trend'), ...sides, block('indicators'), block('last')], ['indicators']),
    ]).toEqual(['indicators', 'last']);
  });

  it('are a map and the sentence that follows it', () => {
    const sentence = { ...block('trend', null), isSentence: true };
    expect([...wholeRows([block('map', 'map'), sentence, block('indicators', null)], [])]).toEqual([
      'indicators',
    ]);
    expect([...wholeRows([sentence, block('map', 'map'), block('indicators', null)], [])]).toEqual([
      'trend',
      'indicators',
    ]);
  });

  it('stay as they are where there is no room for more', () => {
    expect([...wholeRows([block('map', 'map')], [])]).toEqual([]);
    expect([...wholeRows([block('programme', 'bar', 7)], [])]).toEqual([]);
    expect([...wholeRows([block('programme', 'bar', 6)], [])]).toEqual(['programme']);
  });
});
