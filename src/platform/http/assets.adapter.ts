import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { encodingFor } from './compression.ts';

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Made at build time: the best compression costs nothing then. */
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** The files that pages load: built once, held in memory, named by their content, so that browsers keep them for good. */
export class Assets {
  private constructor(
    /** From the name in the source ("attest.css") to the one with its hash. */
    private readonly manifest: Readonly<Record<string, string>>,
    private readonly files: ReadonlyMap<string, Asset>,
  ) {}

  /** Reads what `npm run build` left in `folder`; nothing built is no assets, and pages do without. */
  static async load(folder: string): Promise<Assets> {
    const names = await readdir(folder).catch((): string[] => []);
    if (!names.includes('manifest.json')) {
      return new Assets({}, new Map());
    }
    const optional = async (name: string) =>
      names.includes(name) ? await readFile(join(folder, name)) : undefined;
    const files = await Promise.all(
      names
        .filter((name) => TYPES[extname(name)])
        .map(
          async (name): Promise<[string, Asset]> => [
            name,
            {
              type: TYPES[extname(name)] ?? '',
              body: await readFile(join(folder, name)),
              br: await optional(`${name}.br`),
              gzip: await optional(`${name}.gz`),
            },
          ],
        ),
    );
    return new Assets(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')), new Map(files));
  }

  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  /** Where a page finds the file called `name` in the source. */
  href(name: string): string {
    return `/assets/${this.manifest[name] ?? name}`;
  }

  /** What every page's head loads; no script where none was built. */
  get page(): {
    readonly stylesheet: string;
    readonly script: string | null;
    readonly fonts: readonly string[];
  } {
    const script = this.manifest['attest.js'] ? this.href('attest.js') : null;
    // Every page is set in them; others load when a letter asks for them.
    const fonts = Object.keys(this.manifest).filter((name) => /-latin-\d+-normal\.woff2$/.test(name));
    return { stylesheet: this.href('attest.css'), script, fonts: fonts.map((name) => this.href(name)) };
  }

  /** What the head of a page of accounts and administration loads: forms have a style sheet of their own. */
  get accountPage(): Assets['page'] & { readonly accountStylesheet: string } {
    return { ...this.page, accountStylesheet: this.href('account.css') };
  }

  register(fastify: FastifyInstance): void {
    fastify.get<{ Params: { name: string } }>('/assets/:name', { compress: false }, (request, reply) => {
      const asset = this.files.get(request.params.name);
      if (!asset) {
        return reply.callNotFound();
      }
      const encoding = encodingFor(request.headers['accept-encoding']);
      const compressed = encoding === null ? undefined : asset[encoding];
      if (compressed !== undefined) reply.header('content-encoding', encoding);
      return reply
        .type(asset.type)
        .header('vary', 'accept-encoding')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(compressed ?? asset.body);
    });
  }
}
