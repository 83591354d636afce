import { renderToString } from 'preact-render-to-string';
import type { Frame } from '../../access/index.ts';
import { edition } from '../../web/edition.ts';
import { DEFAULT_SITE } from '../../web/fixtures/site.ts';
import { SignInPage, type SignInPageProps } from './sign-in.page.tsx';

const frame: Frame = {
  edition: edition('fr', 'screen'),
  url: '/sign-in?next=%2Freports&lang=fr',
  site: DEFAULT_SITE,
  signedIn: null,
  assets: { stylesheet: '/assets/site.css', accountStylesheet: '/assets/account.css', script: null },
  notice: null,
};
const page = (change: Partial<SignInPageProps> = {}) =>
  renderToString(
    SignInPage({
      frame,
      next: '/reports',
      email: '',
      refusal: null,
      hasProvider: false,
      needsFirst: false,
      ...change,
    }),
  );

describe('SignInPage', () => {
  it('remembers where to go, and the language', () => {
    expect(page()).toContain('action="/sign-in?next=%2Freports&amp;lang=fr"');
    expect(page()).not.toContain('/sign-in/oidc');
    expect(page({ hasProvider: true })).toContain('href="/sign-in/oidc?next=%2Freports&amp;lang=fr"');
  });

  it('tells password managers what is what, and begins at the e-mail', () => {
    expect(page()).toMatch(/<input id="sign-in-email"[^>]* autofocus[^>]* autocomplete="username"/);
    expect(page()).toMatch(
      /<input id="sign-in-password"[^>]* type="password" autocomplete="current-password"/,
    );
    expect(page().match(/autofocus/g)).toHaveLength(1);
  });

  it('sets the error beside what was typed, escaped', () => {
    const refusal = { form: 'sign-in', field: null, text: 'Non <b>' };
    const html = page({ email: '"><script>', refusal });
    expect(html).toContain('<p class="form-error" role="alert">Non &lt;b></p>');
    expect(html).toContain('value="&quot;>&lt;script>"');
    expect(html).not.toContain('<script>');
  });

  it('loads the styles of forms after those of every page', () => {
    expect(page()).toContain(
      '<link rel="stylesheet" href="/assets/site.css"/><link rel="stylesheet" href="/assets/account.css"/>',
    );
  });
});
