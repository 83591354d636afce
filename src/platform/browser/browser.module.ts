import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../config/config.ts';
import type { Health } from '../health/health.ts';
import type { Shutdown } from '../lifecycle/shutdown.ts';
import { PdfRenderer } from './pdf-renderer.adapter.ts';

/** What every feature may inject to print: `PdfRenderer`. The browser starts with the first page or health check. */
@Module({})
export class BrowserModule {
  /** To be called before jobs are opened, so that they are closed before the browser they print with. */
  static with(config: Config, health: Health, shutdown: Shutdown): DynamicModule {
    const renderer = new PdfRenderer(config);
    shutdown.add('The browser', () => renderer.close());
    health.add({
      name: 'browser',
      check: async () => {
        await renderer.check();
      },
    });
    return {
      module: BrowserModule,
      global: true,
      providers: [{ provide: PdfRenderer, useValue: renderer }],
      exports: [PdfRenderer],
    };
  }
}
