import { globSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { LANGUAGES } from '../../core/text.ts';
import { samplePages } from '../fixtures/sample-pages.tsx';
import { FONT_FILES } from './fonts.ts';
import { accountStylesheet, printStylesheet, screenStylesheet } from './stylesheets.ts';

const screen = screenStylesheet((file) => `/assets/${file}`);
const account = accountStylesheet();
const print = printStylesheet((file) => `data:${file}`);

/** The classes that a style sheet speaks of. */
function classesOf(css: string): ReadonlySet<string> {
  return new Set([...css.matchAll(/\.(-?[a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name));
}

/** The classes that markup bears. */
function classesIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
}

describe('style sheets', () => {
  it.each([
    ['screen', screen],
    ['print', print],
    ['accounts', account],
  ])('for %s: are CSS throughout', async (_medium, css) => {
    const { warnings } = await transform(css, { loader: 'css' });
    expect(warnings.map(({ text }) => text)).toEqual([]);
  });

  it('load the four fonts from where they are said to be, and nothing else', () => {
    const urls = [...screen.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url);
    expect(urls).toEqual(FONT_FILES.map(({ file }) => `/assets/${file}`));
    expect(account).not.toContain('url(');
    expect(screen + account + print).not.toContain('@import');
  });

  it('style every class that a page bears, and no other', () => {
    const styled = new Set([...classesOf(screen), ...classesOf(account), ...classesOf(print)]);
    const samples = LANGUAGES.flatMap((language) => Object.values(samplePages(language)));
    // Features' own pages are not drawn here: what they say in so many words.
    const pages = globSync('src/{{accounts,reporting,entry}/**/*,**/{pages/*,parts/*,*.page}}.tsx')
      .filter((file) => !file.includes('.spec.'))
      .map((file) => readFileSync(file, 'utf8'));
    // And what the script in the page makes there.
    const made = readFileSync('src/client/suggest.ts', 'utf8').replace(/class: '([^']*)'/g, ' class="$1"');
    const borne = classesIn([...samples, ...pages, made].join(''));
    // What is inside a chart is the business of src/charts.
    const ours = (names: Iterable<string>) => [...names].filter((name) => !name.startsWith('chart'));
    expect(ours(styled).filter((name) => !borne.has(name))).toEqual([]);
    expect(ours(borne).filter((name) => !styled.has(name))).toEqual([]);
    // Pages that do not load the style sheet of accounts do not need it.
    const everywhere = new Set([...classesOf(screen), ...classesOf(print)]);
    expect(ours(classesIn(samples.join(''))).filter((name) => !everywhere.has(name))).toEqual([]);
  });
});
