import { Injectable } from '@nestjs/common';

type Labels = Readonly<Record<string, string>>;
interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** A metric's current samples, asked for at each scrape. */
type Collect = () => readonly Sample[] | Promise<readonly Sample[]>;

interface Family {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  lines(name: string): string[] | Promise<string[]>;
}

/**
 * What `/metrics` shows, in Prometheus' text format. Names follow its rules: `attest_` first, the unit last, counters
 * end in `_total`.
 */
@Injectable()
export class Metrics {
  private readonly families = new Map<string, Family>();

  /** A number that is looked up at each scrape. */
  gauge(name: string, help: string, collect: Collect): void {
    this.add(name, {
      type: 'gauge',
      help,
      lines: async (metric) => (await collect()).map(({ labels, value }) => line(metric, labels, value)),
    });
  }

  /** A number that only grows. */
  counter(name: string, help: string): { add(labels?: Labels, by?: number): void } {
    const values = new Map<string, number>();
    this.add(name, {
      type: 'counter',
      help,
      lines: (metric) => [...values].map(([key, value]) => `${metric}${key} ${value}`),
    });
    return {
      add: (labels = {}, by = 1) => {
        const key = braces(labels);
        values.set(key, (values.get(key) ?? 0) + by);
      },
    };
  }

  /** Observed values (durations in seconds) counted up to each of `bounds`. */
  histogram(
    name: string,
    help: string,
    bounds: readonly number[],
  ): { observe(value: number, labels?: Labels): void } {
    const series = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>();
    this.add(name, {
      type: 'histogram',
      help,
      lines: (metric) =>
        [...series.values()].flatMap(({ labels, counts, sum, count }) => [
          ...bounds.map((bound, i) =>
            line(`${metric}_bucket`, { ...labels, le: String(bound) }, counts[i] ?? 0),
          ),
          line(`${metric}_bucket`, { ...labels, le: '+Inf' }, count),
          line(`${metric}_sum`, labels, sum),
          line(`${metric}_count`, labels, count),
        ]),
    });
    return {
      observe: (value, labels = {}) => {
        const key = braces(labels);
        const one = series.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 };
        series.set(key, {
          labels,
          counts: one.counts.map((count, i) => count + (value <= (bounds[i] ?? 0) ? 1 : 0)),
          sum: one.sum + value,
          count: one.count + 1,
        });
      },
    };
  }

  /** Everything, as Prometheus reads it. */
  async text(): Promise<string> {
    const blocks = await Promise.all(
      [...this.families].map(async ([name, family]) => [
        `# HELP ${name} ${family.help}`,
        `# TYPE ${name} ${family.type}`,
        ...(await family.lines(name)),
      ]),
    );
    return `${blocks.flat().join('\n')}\n`;
  }

  private add(name: string, family: Family): void {
    if (this.families.has(name)) {
      throw new Error(`The metric ${name} exists already`);
    }
    this.families.set(name, family);
  }
}

function line(name: string, labels: Labels | undefined, value: number): string {
  return `${name}${braces(labels ?? {})} ${value}`;
}

function braces(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${value.replace(/[\\"\n]/g, escapeLabel)}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapeLabel = (character: string): string => (character === '\n' ? '\\n' : `\\${character}`);
