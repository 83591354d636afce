import { fundedBy, makeProgram, shares } from './fixtures/facts.ts';
import { programTree } from './program-tree.ts';

const codes = (programs: readonly { readonly code: string }[]) => programs.map(({ code }) => code);

const maritime = programTree([
  makeProgram('MAR', {
    pillars: shares('democracy 40; human-rights 60'),
    places: shares('region:caribbean'),
  }),
  makeProgram('MAR-CR', {
    parent: 'MAR',
    pillars: [],
    places: shares('CR 100'),
    organisations: [...fundedBy('Italy', 'Canada'), { organisation: 'unicri', role: 'partner' }],
  }),
  makeProgram('MAR-CR-1', { parent: 'MAR-CR', pillars: [] }),
  makeProgram('MAR-CL', { parent: 'MAR', pillars: shares('integral-development'), places: shares('CL 100') }),
  makeProgram('AVSEC'),
]);

describe('the tree of programmes', () => {
  it('knows what is at the top, below and above', () => {
    expect(codes(maritime.roots)).toEqual(['MAR', 'AVSEC']);
    expect(codes(maritime.children('MAR'))).toEqual(['MAR-CR', 'MAR-CL']);
    expect(codes(maritime.children('AVSEC'))).toEqual([]);
    expect(codes(maritime.ancestors('MAR-CR-1'))).toEqual(['MAR-CR', 'MAR']);
    expect(codes(maritime.ancestors('MAR'))).toEqual([]);
    expect([...maritime.withDescendants('MAR')].sort()).toEqual(['MAR', 'MAR-CL', 'MAR-CR', 'MAR-CR-1']);
  });

  it('takes what a programme does not name from its parent, each on its own', () => {
    expect(maritime.effective('MAR-CR')).toEqual({
      pillars: shares('democracy 40; human-rights 60'),
      places: shares('CR 100'),
      funders: ['canada', 'italy'],
    });
    expect(maritime.effective('MAR-CL')).toEqual({
      pillars: shares('integral-development'),
      places: shares('CL 100'),
      funders: [],
    });
  });

  it('takes it through a parent that names nothing either', () => {
    expect(maritime.effective('MAR-CR-1')).toEqual(maritime.effective('MAR-CR'));
  });

  it('does not take a partner for a funding organisation', () => {
    const tree = programTree([
      makeProgram('TOUR', { organisations: fundedBy('Canada') }),
      makeProgram('TOUR-AG', {
        parent: 'TOUR',
        organisations: [{ organisation: 'unicri', role: 'partner' }],
      }),
    ]);
    expect(tree.effective('TOUR-AG').funders).toEqual(['canada']);
  });

  it('knows nothing of a programme that it does not hold', () => {
    expect(maritime.effective('NOPE')).toEqual({ pillars: [], places: [], funders: [] });
    expect(codes(maritime.ancestors('NOPE'))).toEqual([]);
  });

  it('puts a programme at the top whose parent it does not hold', () => {
    expect(codes(programTree([makeProgram('TOUR-AG', { parent: 'TOUR' })]).roots)).toEqual(['TOUR-AG']);
  });

  it('refuses a programme that is its own ancestor, and names the circle', () => {
    const circle = [makeProgram('A', { parent: 'B' }), makeProgram('B', { parent: 'A' })];
    expect(() => programTree(circle)).toThrow(
      expect.objectContaining({
        code: 'PROGRAM.PARENT_CYCLE',
        message: 'Programme A is its own ancestor: A > B.',
      }),
    );
  });

  it('is deep without harm', () => {
    const chain = Array.from({ length: 500 }, (_, i) =>
      makeProgram(`P${i}`, i === 0 ? { places: shares('CR') } : { parent: `P${i - 1}` }),
    );
    expect(programTree(chain.reverse()).effective('P499').places).toEqual(shares('CR'));
  });
});
