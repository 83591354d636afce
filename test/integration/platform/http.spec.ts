import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Body, Controller, Get, Header, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { DomainError } from '../../../src/core/errors.ts';
import { readConfig } from '../../../src/platform/config/config.ts';
import { ErrorFilter } from '../../../src/platform/errors/error.filter.ts';
import { Metrics } from '../../../src/platform/health/metrics.ts';
import { Assets } from '../../../src/platform/http/assets.adapter.ts';
import { BODY_LIMIT_BYTES, prepareHttp } from '../../../src/platform/http/http.ts';
import { createLogger } from '../../../src/platform/logging/logger.ts';
import { NestLogger } from '../../../src/platform/logging/nest-logger.adapter.ts';

const day = z.iso.date('takes a day such as 2017-06-30');

@Controller()
class ProbeController {
  @Get('page')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return `<p>${'paragraph '.repeat(500)}</p>`;
  }

  @Get(['fail/:kind', 'api/v1/fail/:kind'])
  fail(@Param('kind') kind: 'call' | 'missing' | 'refused' | 'broken'): never {
    throw new DomainError('PROBE.FAILED', `It is ${kind}.`, { kind, remedy: 'Try another.' });
  }

  @Get(['boom', 'api/v1/boom'])
  boom(): never {
    throw new Error('the password is hush');
  }

  @Get('api/v1/window')
  window(
    @Query({ schema: z.strictObject({ from: day, to: day.optional() }) }) window: {
      from: string;
      to?: string;
    },
  ) {
    return window;
  }

  @Get('api/v1/days/:day')
  day(@Param('day', { schema: day }) value: string) {
    return { value };
  }

  @Post('form')
  form(@Body() body: unknown) {
    return body;
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let app: NestFastifyApplication;
let folder: string;
const log: string[] = [];
const metrics = new Metrics();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-assets-'));
  mkdirSync(join(folder, 'client'));
  for (const [name, content] of Object.entries({
    'manifest.json':
      '{"attest.css":"attest-0a1b2c.css","plex-latin-400-normal.woff2":"plex-latin-400-normal-3d.woff2"}',
    'attest-0a1b2c.css': 'p{color:#123}',
    'attest-0a1b2c.css.gz': 'gz',
    'attest-0a1b2c.css.br': 'br',
  })) {
    writeFileSync(join(folder, 'client', name), content);
  }
  const errors = new ErrorFilter(({ status, detail, remedy = '' }, { headers }) => {
    return `<h1>${status}</h1><p>${detail} ${remedy}</p><p lang="${headers['accept-language']}"></p>`;
  });
  const config = readConfig({ PUBLIC_URL: 'https://attest.example.org' }, folder);
  const logger = createLogger('debug', { write: (line: string) => log.push(line) });
  app = await NestFactory.create<NestFastifyApplication>(
    ProbeModule,
    new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, frameworkErrors: errors.answer.bind(errors) as never }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  await prepareHttp(app, { config, metrics, assets: await Assets.load(join(folder, 'client')), errors });
  await app.init();
});
beforeEach(() => {
  log.length = 0;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('an error', () => {
  it.each([
    ['call', 400],
    ['missing', 404],
    ['refused', 422],
    ['broken', 503],
  ])('that is %s becomes %d', async (kind, status) => {
    const answer = await get(`/api/v1/fail/${kind}`);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      type: 'about:blank',
      status,
      code: 'PROBE.FAILED',
      detail: `It is ${kind}.`,
      remedy: 'Try another.',
    });
  });

  it('is a page for people, in their language', async () => {
    const answer = await get('/fail/missing', { accept: 'text/html', 'accept-language': 'pt-BR' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toBe('<h1>404</h1><p>It is missing. Try another.</p><p lang="pt-BR"></p>');
  });

  it('that nobody expected says only under which number the log has it', async () => {
    const answer = await get('/api/v1/boom');
    expect(answer.statusCode).toBe(500);
    const { id } = answer.json<{ id: string }>();
    expect(answer.body).not.toContain('hush');
    const lines = log.map((line) => JSON.parse(line)).filter((entry) => entry.level === 50);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ id, context: 'Errors', err: { message: 'the password is hush' } });
    expect((await get('/boom')).body).toContain('Something broke on our side.');
  });

  it.each([
    ['/api/v1/window?from=June', '"from": takes a day such as 2017-06-30'],
    ['/api/v1/window?from=2017-06-01&untill=2017-06-30', 'Unrecognized key: "untill"'],
    ['/api/v1/days/2017-02-30', '"day": takes a day such as 2017-06-30'],
  ])('in %s names the parameter', async (url, detail) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'REQUEST.INVALID', detail });
  });

  it.each(['/api/v1/nothing', '/countries/XX.csv', '/nothing.json'])(
    'at %s, where there is nothing, is a problem',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'REQUEST.NOT_FOUND' });
    },
  );

  it.each(['/api/%zz', '/api/v1/days/%'])('in the address %s is the caller’s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it.each([
    [{ 'content-type': 'application/json' }, '{"a":', 400, 'REQUEST.INVALID'],
    [{ 'content-type': 'application/json' }, `"${'x'.repeat(BODY_LIMIT_BYTES)}"`, 413, 'REQUEST.TOO_LARGE'],
    [{ 'content-type': 'application/xml' }, '<a/>', 415, 'REQUEST.MEDIA_TYPE'],
  ])('in a body sent with %j is the caller’s', async (headers, payload, status, code) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/form',
      headers: { ...headers, accept: 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });
});

it.each([
  ['/nothing%E2%80%AEgnp', 'U+202E (right-to-left override) at position 9'],
  ['/page?pillar=%00', 'U+0000 (NUL) at position 14'],
  ['/api/v1/days/%07', 'U+0007 at position 14'],
])('an address that turns words round or controls a machine is refused: %s', async (url, what) => {
  const answer = await app.inject({ url, headers: { accept: 'application/json' } });
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'REQUEST.INVALID',
    detail: `The address holds ${what}.`,
  });
});

describe('every answer', () => {
  it.each(['/page', '/nothing', '/assets/attest-0a1b2c.css', '/api/v1/boom'])(
    'of %s keeps to our own files',
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']).split(';');
      expect(policy).toEqual(
        expect.arrayContaining([
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(String(headers['content-security-policy'])).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
    },
  );

  it('says how long it took', async () => {
    expect((await get('/page')).headers['server-timing']).toMatch(/^app;dur=\d+\.\d$/);
    expect(await metrics.text()).toMatch(
      /attest_http_request_duration_seconds_count\{method="GET",route="\/page",status="200"\} \d+/,
    );
  });

  it('is in the log by its route, for what stands in an address may be a secret', async () => {
    await get('/api/v1/days/hush');
    await get('/nowhere/hush');
    const said = log.map((line) => JSON.parse(line).msg);
    expect(said).toEqual(expect.arrayContaining(['GET /api/v1/days/:day', 'GET none']));
    expect(log.join('')).not.toContain('hush');
  });

  it('is in the log without its query', async () => {
    await get('/page?token=hush');
    expect(log.join('')).toContain('GET /page');
    expect(log.join('')).not.toContain('hush');
  });

  it.each<[string, (body: Buffer) => Buffer]>([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is packed with %s for those who take it', async (encoding, unpack) => {
    const answer = await get('/page', { 'accept-encoding': encoding });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(unpack(answer.rawPayload).toString('utf8')).toBe((await get('/page')).body);
  });
});

describe('hosts', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'attest.example.org'])(
    'answers for %s',
    async (host) => {
      expect((await get('/page', { host })).statusCode).toBe(200);
    },
  );

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    'does not answer for %s',
    async (host) => {
      const answer = await get('/page', { host, accept: 'application/json' });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'REQUEST.UNKNOWN_HOST' });
      expect(answer.body).not.toContain('paragraph');
    },
  );
});

describe('assets', () => {
  it('have a name for each content, to be kept for good', async () => {
    const answer = await get('/assets/attest-0a1b2c.css');
    expect(answer.body).toBe('p{color:#123}');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gz'],
  ])('are sent as packed beforehand to those who take %s', async (accepted, body) => {
    expect((await get('/assets/attest-0a1b2c.css', { 'accept-encoding': accepted })).body).toBe(body);
  });

  it.each([
    '/assets/none.css',
    '/assets/manifest.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/attest-0a1b2c.css.br',
  ])('are nothing else: %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  it('are known to pages by their plain names', async () => {
    const assets = await Assets.load(join(folder, 'client'));
    expect(assets.page).toEqual({
      stylesheet: '/assets/attest-0a1b2c.css',
      script: null,
      fonts: ['/assets/plex-latin-400-normal-3d.woff2'],
    });
    expect((await Assets.load(join(folder, 'nowhere'))).isEmpty).toBe(true);
  });
});
