import fc from 'fast-check';
import { flowOf, point } from '../fixtures/specs.ts';
import { flowWithin, layOutFlow } from './flow-layout.ts';

const room = { xs: [0, 100, 200], top: 10, valueHeight: 100, nodeWidth: 10, slot: () => 8, air: 4 };

describe('what flows from stage to stage', () => {
  const { nodes, bands, bottom } = layOutFlow(flowOf(), room);
  const node = (stage: number, key: string) =>
    nodes.find((each) => each.stage === stage && each.point.key === key);

  it('is as high as what it holds, one pixel for each of a hundred', () => {
    expect(nodes.map(({ point: { key }, top, bottom: end }) => [key, Math.round(end - top)])).toEqual([
      ['canada', 60],
      ['italy', 40],
      ['democracy', 90],
      ['not-split', 10],
      ['CR', 70],
      ['region:oas', 30],
    ]);
    // Two nodes with their air between them, in each stage.
    expect(bottom).toBe(10 + 100 + 4);
  });

  it('leaves and enters its nodes without a gap, in the order of the other ends', () => {
    const edges = bands.map(({ band: { from, to }, fromY, toY, height }) => [from, to, fromY, toY, height]);
    expect(edges).toEqual([
      // Canada begins at 10, Italy at 74; democracy at 10, what is not split at 104.
      ['canada', 'democracy', 10, 10, 50],
      ['canada', 'not-split', 60, 104, 10],
      ['italy', 'democracy', 74, 60, 40],
      ['democracy', 'CR', 10, 10, 70],
      ['democracy', 'region:oas', 80, 84, 20],
      ['not-split', 'region:oas', 104, 104, 10],
    ]);
    expect(node(1, 'democracy')).toMatchObject({ x: 100, top: 10, bottom: 100 });
  });

  it('draws nothing of what is not above zero, and is not upset by it', () => {
    const { bands: drawn, nodes: left } = layOutFlow(
      {
        stages: [
          { label: 'Donor', nodes: [point('a', 5), point('b', -2)] },
          { label: 'Pillar', nodes: [point('p', 3)] },
        ],
        bands: [
          { stage: 0, from: 'a', to: 'p', value: 5 },
          { stage: 0, from: 'b', to: 'p', value: -2 },
        ],
      },
      room,
    );
    expect(left.map(({ point: { key } }) => key)).toEqual(['a', 'p']);
    expect(drawn).toHaveLength(1);
  });

  it('gives each node the room of what stands beside it', () => {
    // Of Canada, which is 60 high, 80; Italy is as high as what it holds.
    const slot = ({ key }: { readonly key: string }) => (key === 'canada' ? 80 : 8);
    const [canada, italy] = layOutFlow(flowOf(), { ...room, slot }).nodes;
    expect([canada?.top, canada?.bottom, italy?.top, italy?.bottom]).toEqual([20, 80, 94, 134]);
  });

  it('is as high as a height leaves room for, and never higher than it would be alone', () => {
    // Two nodes with their air take 104, of which 100 are what flows; 80 leave room for 70, for it is cut by tens:
    // 63 and, of 7, the slot of 8, with their air.
    expect(flowWithin(flowOf(), room, 10 + 104).bottom).toBe(10 + 104);
    expect(flowWithin(flowOf(), room, 10 + 80).bottom).toBeCloseTo(10 + 75);
    expect(flowWithin(flowOf(), room, 500).bottom).toBe(10 + 104);
  });

  it('keeps every band inside its nodes, and nodes of a stage apart, whatever flows', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const stage = { label: '', nodes: keys.map((key) => point(key, 1)) };
    const some = fc.record({
      stage: fc.constantFrom(0, 1),
      from: fc.constantFrom(...keys),
      to: fc.constantFrom(...keys),
      value: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(some, {
          selector: ({ stage: at, from, to }) => `${at}${from}${to}`,
          minLength: 1,
          maxLength: 25,
        }),
        (given) => {
          const placed = layOutFlow({ stages: [stage, stage, stage], bands: given }, room);
          for (const at of [0, 1, 2]) {
            const column = placed.nodes.filter((each) => each.stage === at);
            column.slice(1).forEach(({ top }, index) => {
              expect(top).toBeGreaterThanOrEqual((column[index]?.bottom ?? 0) + room.air - 1e-9);
            });
          }
          for (const { band, fromY, toY, height } of placed.bands) {
            const ends = [
              [band.stage, band.from, fromY],
              [band.stage + 1, band.to, toY],
            ] as const;
            for (const [at, key, y] of ends) {
              const own = placed.nodes.find((each) => each.stage === at && each.point.key === key);
              expect(y).toBeGreaterThanOrEqual((own?.top ?? Number.NaN) - 1e-9);
              // Bands that would be thinner than a pixel may reach beyond it.
              const thin = placed.bands.filter((each) => each.height <= 1).length;
              expect(y + height).toBeLessThanOrEqual((own?.bottom ?? Number.NaN) + thin + 1e-9);
            }
          }
        },
      ),
    );
  });
});
