import { elementsOf, numberOf, readSvg, textBox } from '../fixtures/read-svg.ts';
import { flowOf } from '../fixtures/specs.ts';
import { drawChart } from '../index.ts';
import { overlaps } from '../label-placement.ts';

describe('the picture of a flow', () => {
  it('says of each band from where to where it goes, how much it is and which part', () => {
    const svg = readSvg(drawChart(flowOf(), { width: 760 }));
    const titles = elementsOf(svg, 'title').map(({ text }) => text);
    expect(titles).toContain('italy → democracy: 40, 40% of the total');
    expect(titles).toContain('not-split → region:oas: 10, 10% of the total');
    expect(elementsOf(svg, 'a').map(({ attributes }) => [attributes.href, attributes['aria-label']])).toEqual(
      [
        ['/b', 'canada → democracy: 50, 50% of the total'],
        ['/d', 'canada: 60, 60% of the total'],
      ],
    );
  });

  it('explains hatching where something is hatched', () => {
    const texts = (spec = flowOf()) =>
      elementsOf(readSvg(drawChart(spec, { width: 760 })), 'text').map(({ text }) => text);
    expect(texts()).toContain('Hatched: not recorded');
    const stages = flowOf().stages.map((stage) => ({
      ...stage,
      nodes: stage.nodes.map(({ muted: _, ...node }) => node),
    }));
    expect(texts(flowOf({ stages }))).not.toContain('Hatched: not recorded');
  });

  it.each([760, 560, 328])('keeps its labels apart and inside at %i pixels', (width) => {
    const svg = readSvg(drawChart(flowOf(), { width, interactive: false }));
    const boxes = elementsOf(svg, 'text').map((each) => textBox(each));
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(-0.6);
      expect(box.right).toBeLessThanOrEqual(width + 0.6);
      expect(box.bottom).toBeLessThanOrEqual(numberOf(svg, 'height') + 0.6);
    }
    const touching = boxes.filter((one, at) => boxes.slice(at + 1).some((other) => overlaps(one, other)));
    expect(touching).toEqual([]);
    // Beside each other, or each pair of stages by itself, in which pillars stand twice.
    const pillars = elementsOf(svg, 'text').filter(({ text }) => text === 'Pillar');
    expect(pillars).toHaveLength(width < 520 ? 2 : 1);
  });

  it.each([
    [760, {}],
    [560, {}],
    [328, {}],
    // As on paper.
    [784, { dense: true, height: 240 }],
  ] as const)('shows long names whole at %i pixels', (width, options) => {
    const long = 'Development Bank of Latin America and the Caribbean (CAF)';
    const stages = flowOf().stages.map((stage) => ({
      ...stage,
      nodes: stage.nodes.map((node) => (node.key === 'italy' ? { ...node, label: long } : node)),
    }));
    const svg = readSvg(drawChart(flowOf({ stages }), { width, interactive: false, ...options }));
    const said = elementsOf(svg, 'text').map(({ text }) => text);
    expect(said.join(' ')).toContain(long);
    const boxes = elementsOf(svg, 'text').map((each) => textBox(each));
    expect(boxes.filter((one, at) => boxes.slice(at + 1).some((other) => overlaps(one, other)))).toEqual([]);
  });

  it.each([
    [760, {}],
    [560, {}],
    [328, {}],
    [784, { dense: true, height: 240 }],
  ] as const)('leaves the stage in the middle room for its longest word at %i pixels', (width, options) => {
    const long = 'Development Bank of Latin America and the Caribbean (CAF)';
    const stages = flowOf().stages.map((stage, at) => ({
      ...stage,
      nodes: stage.nodes.map((node) => ({
        ...node,
        label: at === 1 ? `Sécurité multidimensionnelle ${node.key}` : `${long} ${node.key}`,
      })),
    }));
    const svg = readSvg(drawChart(flowOf({ stages }), { width, interactive: false, ...options }));
    const said = elementsOf(svg, 'text')
      .map(({ text }) => text)
      .join(' ');
    for (const { label } of stages.flatMap(({ nodes }) => nodes)) expect(said).toContain(label);
    expect(said).not.toContain('…');
  });

  it('gives one stage fewer lines where it is crowded, and not the others', () => {
    const long = 'Development Bank of Latin America and the Caribbean of its twenty-one shareholders (CAF)';
    const keys = Array.from({ length: 14 }, (_, at) => `d${at}`);
    const crowded = keys.map((key) => ({ key, label: `Donor ${key}`, value: 1 }));
    const stages = flowOf().stages.map((stage, at) => {
      if (at === 0) return { ...stage, nodes: crowded };
      return at === 1
        ? { ...stage, nodes: [{ key: 'all', label: 'All', value: 14 }] }
        : { ...stage, nodes: [{ key: 'one', label: long, value: 14 }] };
    });
    const bands = [
      ...keys.map((key) => ({ stage: 0, from: key, to: 'all', value: 1 })),
      { stage: 1, from: 'all', to: 'one', value: 14 },
    ];
    const options = { width: 784, height: 240, dense: true, interactive: false } as const;
    const svg = readSvg(drawChart(flowOf({ stages, bands }), options));
    expect(
      elementsOf(svg, 'text')
        .map(({ text }) => text)
        .join(' '),
    ).toContain(long);
  });

  it('has no links, no tooltips and plain colours on paper', () => {
    const svg = drawChart(flowOf(), { width: 760, interactive: false, palette: 'light' });
    expect(svg).not.toMatch(/<a |<title|var\(|<image|<pattern/);
  });
});
