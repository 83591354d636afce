import { render } from 'preact-render-to-string';
import { Records } from './records.tsx';

describe('records', () => {
  it('say the head of a cell beside it on a telephone, but not where the cell says it itself', () => {
    const html = render(
      <Records
        id="subscriptions"
        caption="Yours"
        heads={['What', 'Since', 'Stop']}
        said={['Stop']}
        rows={[
          {
            key: 'one',
            cells: [
              'Portfolio',
              '2017',
              <button key="stop" type="button">
                Stop
              </button>,
            ],
          },
        ]}
      />,
    );
    expect(html).toContain('data-head="Since"');
    expect(html).not.toContain('data-head="Stop"');
    expect(html).toContain('scope="col">Stop</th>');
  });
});
