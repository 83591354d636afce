import type { ChartPoint, FlowBandSpec, FlowChartSpec } from '../../core/chart/chart-spec.ts';

/** A node where it stands, as high as what it holds. */
export interface PlacedNode {
  readonly point: ChartPoint;
  readonly stage: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A band from the right edge of one node to the left edge of another. */
export interface PlacedBand {
  readonly band: FlowBandSpec;
  readonly fromX: number;
  readonly toX: number;
  /** Upper edges; the band is as high at either end. */
  readonly fromY: number;
  readonly toY: number;
  readonly height: number;
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly bands: readonly PlacedBand[];
  readonly bottom: number;
}

export interface FlowRoom {
  /** The left edge of each stage's nodes. */
  readonly xs: readonly number[];
  readonly top: number;
  /** How high everything together is, without the air between nodes. */
  readonly valueHeight: number;
  /** How wide a node is. */
  readonly nodeWidth: number;
  /** The least room of a node, for what stands beside it. */
  readonly slot: (point: ChartPoint, stage: number) => number;
  readonly air: number;
}

/** What is not zero is seen. */
const LEAST = 1;

/**
 * Places what flows through stages, all by one scale: nodes in the order given, no nearer to each other than their labels
 * need, each stage in the middle of the highest; bands leave and enter their nodes in the order of the nodes at their other
 * ends, so that none crosses another at a node.
 */
export function layOutFlow(
  { stages, bands }: Pick<FlowChartSpec, 'stages' | 'bands'>,
  room: FlowRoom,
): FlowLayout {
  const drawn = bands.filter(({ value }) => value > 0);
  const held = (stage: number, key: string): number => {
    const into = sum(drawn.filter((band) => band.stage === stage - 1 && band.to === key));
    const outOf = sum(drawn.filter((band) => band.stage === stage && band.from === key));
    return Math.max(into, outOf);
  };
  const whole = Math.max(...stages.map((_, stage) => sum(drawn.filter((band) => band.stage === stage))), 0);
  const scale = whole === 0 ? 0 : room.valueHeight / whole;
  const high = (value: number): number => Math.max(LEAST, value * scale);
  const columns = stages.map(({ nodes }, stage) =>
    nodes.flatMap((point) => {
      const value = held(stage, point.key);
      return value > 0 ? [{ point, height: high(value), least: room.slot(point, stage) }] : [];
    }),
  );
  const heights = columns.map((column) =>
    column.reduce((total, { height, least }) => total + Math.max(height, least) + room.air, -room.air),
  );
  const highest = Math.max(0, ...heights);
  const nodes = columns.flatMap((column, stage) => {
    let y = room.top + (highest - (heights[stage] ?? 0)) / 2;
    return column.map(({ point, height, least }): PlacedNode => {
      const slot = Math.max(height, least);
      const top = y + (slot - height) / 2;
      y += slot + room.air;
      return { point, stage, x: room.xs[stage] ?? 0, top, bottom: top + height };
    });
  });
  return { nodes, bands: placeBands(drawn, nodes, high, room.nodeWidth), bottom: room.top + highest };
}

/**
 * The same within a height: what flows is as high as the labels of its nodes leave room for. Where they leave next to none,
 * it is higher than that.
 *
 * @param bottom the lowest that it may reach
 */
export function flowWithin(
  chart: Pick<FlowChartSpec, 'stages' | 'bands'>,
  room: FlowRoom,
  bottom: number,
): FlowLayout {
  let { valueHeight } = room;
  for (;;) {
    const layout = layOutFlow(chart, { ...room, valueHeight });
    if (layout.bottom <= bottom || valueHeight <= LEAST_FLOW) return layout;
    valueHeight -= LEAST_FLOW;
  }
}

/** Of what is to be seen as bands. */
const LEAST_FLOW = 10;

function placeBands(
  bands: readonly FlowBandSpec[],
  nodes: readonly PlacedNode[],
  high: (value: number) => number,
  nodeWidth: number,
): readonly PlacedBand[] {
  const at = (stage: number, key: string): number =>
    nodes.findIndex((node) => node.stage === stage && node.point.key === key);
  const placed = bands.flatMap((band) => {
    const [from, to] = [at(band.stage, band.from), at(band.stage + 1, band.to)];
    return from < 0 || to < 0 ? [] : [{ band, from, to, height: high(band.value) }];
  });
  const leaving = edges(
    placed,
    nodes,
    (each) => each.from,
    (each) => each.to,
  );
  const entering = edges(
    placed,
    nodes,
    (each) => each.to,
    (each) => each.from,
  );
  return placed.map((each, index) => ({
    band: each.band,
    fromX: (nodes[each.from]?.x ?? 0) + nodeWidth,
    toX: nodes[each.to]?.x ?? 0,
    fromY: leaving[index] ?? 0,
    toY: entering[index] ?? 0,
    height: each.height,
  }));
}

/** Where each band begins at its node on one side: one under the other, in the order of their other ends. */
function edges<Band extends { readonly height: number }>(
  bands: readonly Band[],
  nodes: readonly PlacedNode[],
  own: (band: Band) => number,
  other: (band: Band) => number,
): readonly number[] {
  const filled = nodes.map(({ top }) => top);
  const places = bands.map(() => 0);
  const order = bands.map((band, index) => ({ band, index }));
  order.sort((a, b) => own(a.band) - own(b.band) || other(a.band) - other(b.band));
  for (const { band, index } of order) {
    const node = own(band);
    places[index] = filled[node] ?? 0;
    filled[node] = (filled[node] ?? 0) + band.height;
  }
  return places;
}

function sum(bands: readonly FlowBandSpec[]): number {
  return bands.reduce((total, { value }) => total + value, 0);
}
