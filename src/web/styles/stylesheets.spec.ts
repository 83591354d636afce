import { globSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { LANGUAGES } from '../../core/text.ts';
import { samplePages } from '../fixtures/sample-pages.tsx';
import { FONT_FILES } from './fonts.ts';
import { printStylesheet, screenStylesheet } from './stylesheets.ts';

const screen = screenStylesheet((file) => `/assets/${file}`);
const print = printStylesheet((file) => `data:${file}`);

/** The classes that a style sheet speaks of. */
function classesOf(css: string): ReadonlySet<string> {
  return new Set([...css.matchAll(/\.(-?[a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name));
}

describe('style sheets', () => {
  it.each([
    ['screen', screen],
    ['print', print],
  ])('for %s: are CSS throughout', async (_medium, css) => {
    const { warnings } = await transform(css, { loader: 'css' });
    expect(warnings.map(({ text }) => text)).toEqual([]);
  });

  it('load the four fonts from where they are said to be, and nothing else', () => {
    const urls = [...screen.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url);
    expect(urls).toEqual(FONT_FILES.map(({ file }) => `/assets/${file}`));
    expect(screen + print).not.toContain('@import');
  });

  it('style every class that a page bears, and no other', () => {
    const styled = new Set([...classesOf(screen), ...classesOf(print)]);
    const samples = LANGUAGES.flatMap((language) => Object.values(samplePages(language)));
    // Features' own pages are not drawn here: what they say in so many words.
    const pages = globSync('src/**/{pages/*,*.page}.tsx').map((file) => readFileSync(file, 'utf8'));
    const html = [...samples, ...pages].join('');
    const borne = new Set(
      [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    // What is inside a chart is the business of src/charts.
    const ours = (names: Iterable<string>) => [...names].filter((name) => !name.startsWith('chart'));
    expect(ours(styled).filter((name) => !borne.has(name))).toEqual([]);
    expect(ours(borne).filter((name) => !styled.has(name))).toEqual([]);
  });
});
