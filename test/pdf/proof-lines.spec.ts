import { EVERYTHING } from '../../src/access/index.ts';
import { Reports } from '../../src/reporting/index.ts';
import { startReferenceApp } from '../support/reference-app.ts';

async function proofsOf(publicUrl: string): Promise<readonly string[]> {
  const app = await startReferenceApp(undefined, { env: { PUBLIC_URL: publicUrl } });
  try {
    const request = { report: 'portfolio', period: '2017-06', lang: 'en' };
    const { html } = await app.nest.get(Reports).draw(EVERYTHING, request);
    return [...html.matchAll(/<p class="proof">(.*?)<\/p>/gs)].map(([, line = '']) =>
      line.replace(/<[^>]*>/g, ''),
    );
  } finally {
    await app.close();
  }
}

describe('beneath figures on paper', () => {
  it('stands the address of their rows, whole, and none that stands for several', async () => {
    const lines = await proofsOf('https://attest.example.org');
    expect(lines).toContain('Proof, row by row: attest.example.org/p/officials-trained/2017-06');
    expect(lines.filter((line) => line.includes('…') || line.includes('one of'))).toEqual([]);
  });

  it('stands none that leads to this machine alone', async () => {
    expect(await proofsOf('http://127.0.0.1:3000')).toEqual([]);
  });
});
