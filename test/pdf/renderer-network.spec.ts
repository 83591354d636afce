import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { requestFor } from './document.fixture.ts';

// The first may have to unpack the browser.

/** A server on this machine that would gladly answer, and counts who asks. */
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end('answer');
});
const renderer = new PdfRenderer({ browserPath: null });
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await renderer.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked.length = 0;
});

describe('a document that asks for something from outside is refused', () => {
  it('(there is somebody who would answer)', async () => {
    expect(await (await fetch(`${origin}/hello`)).text()).toBe('answer');
    expect(asked).toEqual(['/hello']);
  });

  it.each([
    ['a picture', '<img src="ORIGIN/p.png">'],
    [
      'a picture further down than anybody scrolls',
      '<div style="height:90cm"></div><img loading="lazy" src="ORIGIN/p.png">',
    ],
    ['a style sheet', '<link rel="stylesheet" href="ORIGIN/s.css">'],
    ['an imported style sheet', '<style>@import url(ORIGIN/s.css);</style>'],
    ['a background', '<style>body{background:url(ORIGIN/b.png)}</style>'],
    ['a background in print alone', '<style>@media print{body{background:url(ORIGIN/b.png)}}</style>'],
    ['a font', '<style>@font-face{font-family:F;src:url(ORIGIN/f.woff2)}body{font-family:F}</style>text'],
    ['a frame', '<iframe src="ORIGIN/"></iframe>'],
    ['a picture in a frame', '<iframe srcdoc="<img src=ORIGIN/p.png>"></iframe>'],
    ['a picture in a frame of data', '<iframe src="data:text/html,<img src=ORIGIN/p.png>"></iframe>'],
    ['an object', '<object data="ORIGIN/o"></object>'],
    ['a film', '<video src="ORIGIN/v.mp4"></video>'],
    ['a picture in SVG', '<svg><image href="ORIGIN/p.png" width="9" height="9"/></svg>'],
    ['a part of another SVG', '<svg><use href="ORIGIN/s.svg#a"/></svg>'],
    ['something for later', '<link rel="prefetch" href="ORIGIN/later">'],
    ['another page instead', '<meta http-equiv="refresh" content="0;url=ORIGIN/page">'],
    ['another base for its addresses', '<base href="ORIGIN/"><img src="p.png">'],
    ['a name that would tell', '<img src="http://figures-15-37-45.example.com/">'],
    ['its own neighbour', '<link rel="stylesheet" href="/style.css">'],
    ['a file as a picture', '<img src="file:///etc/hostname">'],
    ['a file in a frame', '<iframe src="file:///etc/passwd"></iframe>'],
    ['a file as a style sheet', '<link rel="stylesheet" href="file:///etc/hostname">'],
    ['a file instead', '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">'],
    ['the browser itself', '<iframe src="chrome://version"></iframe>'],
    ['a socket', '<img src="ws://127.0.0.1:1/">'],
  ])('%s', async (_, body) => {
    await expect(
      renderer.render(requestFor(`<p>Uno</p>${body.replaceAll('ORIGIN', origin)}`)),
    ).rejects.toMatchObject({
      code: 'RENDER.INCOMPLETE',
      options: { kind: 'broken' },
    });
    expect(asked).toEqual([]);
  });

  it('and the refusal names what it asked for', async () => {
    await expect(renderer.render(requestFor('<img src="http://example.com/logo.png">'))).rejects.toThrow(
      'http://example.com/logo.png',
    );
  });

  it('hints and scripts fetch nothing, and stop no document', async () => {
    const body = `<p>Uno</p><link rel="dns-prefetch" href="${origin}"><link rel="preconnect" href="${origin}">
      <script src="${origin}/s.js"></script><script>fetch('${origin}/f')</script>`;
    await expect(renderer.render(requestFor(body))).resolves.toMatchObject({ pages: 1 });
    expect(asked).toEqual([]);
  });
});

describe('a document that would not be whole is refused', () => {
  it.each([
    [
      'a broken font',
      '<style>@font-face{font-family:F;src:url(data:font/woff2;base64,AAAA)}p{font-family:F}</style><p>Uno</p>',
      'font F',
    ],
    ['a broken picture', '<img alt="Logo" src="data:image/png;base64,AAAA">', 'picture "Logo"'],
  ])('%s', async (_, body, named) => {
    await expect(renderer.render(requestFor(body))).rejects.toThrow(
      expect.objectContaining({ code: 'RENDER.INCOMPLETE', message: expect.stringContaining(named) }),
    );
  });

  it.each([
    ['no title', '<html lang="en"><head></head><body>Uno</body></html>', '<title>'],
    ['no language', '<html><head><title>One</title></head><body>Uno</body></html>', 'lang'],
    ['a fragment', '<p>Uno</p>', '<head>'],
    ['nothing', '', '<head>'],
  ])('%s', async (_, html, named) => {
    await expect(renderer.render({ ...requestFor(''), html })).rejects.toThrow(
      expect.objectContaining({ code: 'RENDER.INCOMPLETE', message: expect.stringContaining(named) }),
    );
  });

  it('while pictures and links as data are welcome', async () => {
    const body = `<img alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E">
      <a href="https://example.com/">fuera</a> <a href="#aqui">dentro</a><p id="aqui" style="color:#123">Uno</p>`;
    await expect(renderer.render(requestFor(body))).resolves.toMatchObject({ pages: 1 });
  });
});
