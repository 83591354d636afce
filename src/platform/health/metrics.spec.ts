import { Metrics } from './metrics.ts';

it('writes what Prometheus reads', async () => {
  const metrics = new Metrics();
  const sent = metrics.counter('attest_mails_total', 'E-mails handed over');
  const durations = metrics.histogram('attest_render_seconds', 'Time to render', [0.1, 1]);
  metrics.gauge('attest_overdue', 'Reports that are late', () => [
    { value: 2, labels: { report: 'a "b"\\\n' } },
  ]);
  sent.add({ report: 'portfolio' });
  sent.add({ report: 'portfolio' }, 2);
  durations.observe(0.5);
  durations.observe(0.1);
  durations.observe(3);
  expect(await metrics.text()).toBe(`# HELP attest_mails_total E-mails handed over
# TYPE attest_mails_total counter
attest_mails_total{report="portfolio"} 3
# HELP attest_render_seconds Time to render
# TYPE attest_render_seconds histogram
attest_render_seconds_bucket{le="0.1"} 1
attest_render_seconds_bucket{le="1"} 2
attest_render_seconds_bucket{le="+Inf"} 3
attest_render_seconds_sum 3.6
attest_render_seconds_count 3
# HELP attest_overdue Reports that are late
# TYPE attest_overdue gauge
attest_overdue{report="a \\"b\\"\\\\\\n"} 2
`);
});

it('refuses a second metric of the same name', () => {
  const metrics = new Metrics();
  metrics.counter('attest_x_total', 'x');
  expect(() => metrics.gauge('attest_x_total', 'x', () => [])).toThrow('exists already');
});
