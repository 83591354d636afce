import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../src/platform/config/root.ts';

type Exports = Readonly<Record<string, unknown>>;

const OURS = pathToFileURL(join(ROOT, '/')).href;
/** What stands in for a module, by the address that only its copy is asked for with. */
const standIns = new Map<string, Exports>();
let copies = 0;

/**
 * Imports modules, by their paths from the root, as if some exported what is given here. They, and all of ours that they
 * import, are copies of their own: the other tests of a worker keep theirs.
 */
export function replacing(
  replaced: Readonly<Record<string, Exports>>,
): <Module>(path: string) => Promise<Module> {
  copies += 1;
  const mark = `?copy=${copies}`;
  const addressOf = (file: string) => `${OURS}${file}${mark}`;
  const awaited = new Set(Object.keys(replaced).map(addressOf));
  for (const [file, exports] of Object.entries(replaced)) standIns.set(addressOf(file), exports);
  // For as long as the worker lives, as the application imports some modules when it first needs them.
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const isCopied = context.parentURL?.endsWith(mark) && isOurs(resolved.url);
      return isCopied ? { ...resolved, url: resolved.url + mark } : resolved;
    },
    load(url, context, next) {
      const exports = url.endsWith(mark) ? standIns.get(url) : undefined;
      if (exports === undefined) return next(url, context);
      awaited.delete(url);
      return { format: 'module', source: sourceOf(url, exports), shortCircuit: true };
    },
  });
  return async (path) => {
    const module = await import(addressOf(path));
    // A name of what is elsewhere by now would replace nothing, and the test would prove nothing.
    if (awaited.size > 0) throw new Error(`${path} imports nothing of ${[...awaited].join(', ')}`);
    return module;
  };
}

function isOurs(url: string): boolean {
  return (
    url.startsWith(OURS) && /\.tsx?$/.test(url) && !url.includes('/node_modules/') && url !== import.meta.url
  );
}

function sourceOf(url: string, exports: Exports): string {
  return `import { standInFor } from ${JSON.stringify(import.meta.url)};
export const { ${Object.keys(exports).join(', ')} } = standInFor(${JSON.stringify(url)});`;
}

/** Imported by what stands in for a module. */
export function standInFor(url: string): Exports {
  return standIns.get(url) ?? {};
}
