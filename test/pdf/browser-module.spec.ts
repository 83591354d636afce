import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BrowserModule } from '../../src/platform/browser/browser.module.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import { Health } from '../../src/platform/health/health.ts';
import { Shutdown } from '../../src/platform/lifecycle/shutdown.ts';
import { requestFor } from './document.fixture.ts';

@Module({})
class Root {}

function application(config: Config) {
  const [health, shutdown] = [new Health(), new Shutdown()];
  const imports = [BrowserModule.with(config, health, shutdown)];
  return {
    health,
    shutdown,
    start: () => NestFactory.createApplicationContext({ module: Root, imports }, { logger: false }),
  };
}

describe('BrowserModule', () => {
  it('gives features a renderer, /readyz a check, and the service a way to stop it', async () => {
    const { health, shutdown, start } = application(readConfig({}, '/'));
    const app = await start();
    const renderer = app.get(PdfRenderer);
    expect((await health.state()).checks).toMatchObject({ browser: { ok: true } });
    await expect(renderer.render(requestFor('<p>Uno</p>'))).resolves.toMatchObject({ pages: 1 });
    await shutdown.onApplicationShutdown();
    await expect(renderer.render(requestFor('<p>Uno</p>'))).rejects.toMatchObject({ code: 'RENDER.CLOSED' });
    await app.close();
  });

  it('is not ready with a browser that is not there, and says which', async () => {
    const { health, shutdown } = application(
      readConfig({ PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' }, '/'),
    );
    expect(await health.state()).toMatchObject({
      ready: false,
      checks: {
        browser: {
          ok: false,
          reason: expect.stringContaining('PUPPETEER_EXECUTABLE_PATH is "/nowhere/chrome"'),
        },
      },
    });
    await shutdown.onApplicationShutdown();
  });
});
