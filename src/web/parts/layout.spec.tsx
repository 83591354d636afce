import { renderToString } from 'preact-render-to-string';
import { RIGHTS } from '../../core/fixtures/scopes.ts';
import { edition } from '../edition.ts';
import { DEFAULT_SITE } from '../fixtures/site.ts';
import { Layout, type LayoutProps } from './layout.tsx';

const props: Omit<LayoutProps, 'children'> = {
  edition: edition('es', 'screen'),
  title: 'Resultados <b>',
  description: 'Una frase "corta"',
  url: '/?pillar=democracy&lang=es&from=2017-01-01',
  current: 'dashboard',
  cutOff: '2017-06-30',
  site: DEFAULT_SITE,
  signedIn: null,
  illustrative: false,
  assets: { stylesheet: '/assets/site.1a2b.css', script: '/assets/site.3c4d.js' },
};
const layout = (change: Partial<LayoutProps> = {}) =>
  renderToString(
    <Layout {...props} {...change}>
      <h1>x</h1>
    </Layout>,
  );

describe('Layout', () => {
  it('says its language, title and description, escaped', () => {
    expect(layout()).toContain('<html lang="es">');
    expect(layout()).toContain('<title>Resultados &lt;b> · Organización de los Estados Americanos</title>');
    expect(layout()).toContain('content="Una frase &quot;corta&quot;"');
  });

  it('begins with a way past the navigation, to a place that takes the focus', () => {
    expect(layout()).toContain('<body><a class="skip-link" href="#content">Ir al contenido</a>');
    expect(layout()).toContain('<main id="content" tabindex="-1">');
  });

  it('changes language and nothing else of the address', () => {
    expect(layout()).toContain(
      '<a href="/?pillar=democracy&amp;lang=pt&amp;from=2017-01-01" lang="pt" hreflang="pt">Português</a>',
    );
    expect(layout()).toContain('lang="es" hreflang="es" aria-current="true">Español</a>');
  });

  it('leads to the other pages in the language that was chosen, and to those of figures in the time that was', () => {
    expect(layout()).toContain('<a href="/?lang=es&amp;from=2017-01-01" aria-current="page">Tablero</a>');
    expect(layout()).toContain('<a href="/methods?lang=es">Cómo contamos</a>');
    expect(layout({ url: '/' })).toContain('<a href="/methods">Cómo contamos</a>');
  });

  it('leads a stranger to totals where it reads them, and asks nobody to search who may see no more', () => {
    const menu = layout();
    expect(menu).toContain('<a href="/countries?lang=es&amp;from=2017-01-01">Países</a>');
    expect(menu).toContain('<a href="/indicators?lang=es&amp;from=2017-01-01">Indicadores</a>');
    expect(menu).not.toMatch(/href="\/(donors|programs|search)/);
    expect(menu).not.toContain('type="search"');
    // Elsewhere it is not known whether they would open.
    expect(layout({ cutOff: null, current: null })).not.toContain('href="/countries');
    expect(layout({ current: 'methods' })).not.toContain('href="/countries');
  });

  it('leads to donors whoever may set them beside each other, and no donor to itself twice', () => {
    const manager = {
      name: 'Ana',
      rights: RIGHTS.manager,
      isPerson: true,
      organisations: [],
      owesSecondFactor: false,
    };
    expect(layout({ signedIn: manager })).toContain(
      '<a href="/donors?lang=es&amp;from=2017-01-01">Donantes</a>',
    );
    const canada = {
      name: 'Ana',
      rights: RIGHTS.donor,
      isPerson: true,
      organisations: ['canada'],
      owesSecondFactor: false,
    };
    expect(layout({ signedIn: canada })).not.toContain('href="/donors?lang=es&amp;from=2017-01-01"');
    expect(layout({ signedIn: canada })).toContain('href="/donors/canada?lang=es&amp;from=2017-01-01"');
    const both = { ...canada, organisations: ['canada', 'italy'] };
    expect(layout({ signedIn: both })).toContain('href="/donors?lang=es&amp;from=2017-01-01"');
  });

  it('says on every page that a second factor is owed, and leads to where it is set up', () => {
    const signedIn = {
      name: 'Ana',
      rights: RIGHTS.manager,
      isPerson: true,
      organisations: [],
      owesSecondFactor: true,
    };
    const way = '<a href="/account/second-factor?lang=es">Configurar el segundo factor</a>';
    expect(layout({ signedIn })).toContain(way);
    expect(layout({ signedIn, url: '/account/second-factor?lang=es' })).not.toContain('class="owed"');
    expect(layout({ signedIn: { ...signedIn, owesSecondFactor: false } })).not.toContain(way);
    expect(layout()).not.toContain(way);
  });

  it('searches everything in the language and as of the moment of the page, and says what was searched for', () => {
    const signedIn = {
      name: 'Ana',
      rights: RIGHTS.manager,
      isPerson: true,
      organisations: [],
      owesSecondFactor: false,
    };
    const form = (url: string) => /<search.*<\/search>/.exec(layout({ signedIn, url }))?.[0] ?? '';
    const past = form('/programs?lang=es&as-of=2017-06-30&search=x');
    expect(past).toContain('action="/search"');
    expect(past).toContain('<input type="hidden" name="lang" value="es"/>');
    expect(past).toContain('<input type="hidden" name="as-of" value="2017-06-30"/>');
    expect(past).not.toContain('value="x"');
    expect(form('/search?q=caf%C3%A9')).toContain('name="q" value="café"');
  });

  it('names the cut-off, and made-up money where there is any', () => {
    expect(layout()).toContain('Fecha de corte: 30 de junio de 2017. Solo cifras aprobadas.');
    expect(layout({ cutOff: null })).not.toContain('Fecha de corte');
    expect(layout()).not.toContain('ilustrativos');
    expect(layout({ illustrative: true })).toContain('Los montos de esta página son ilustrativos');
  });

  it('has no inline style and no inline script, and does without a script', () => {
    expect(layout()).not.toMatch(/ style="|<style|<script>|javascript:/);
    expect(layout()).toContain('<script type="module" src="/assets/site.3c4d.js"></script>');
    expect(layout({ assets: { stylesheet: '/s.css', script: null } })).not.toContain('<script');
  });
});
