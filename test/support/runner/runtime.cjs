const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const Runtime = require('jest-runtime').default;
const { sourceMaps } = require('./typescript.cjs');

let files = 0;

/**
 * Loads test files, and what they import, with Node's own loader: a module is read, compiled and run once for all the files
 * that a worker takes, where Jest's own runtime does it again for each. In exchange modules cannot be mocked.
 */
class NativeRuntime extends Runtime {
  /** @override */
  async unstable_importModule(path) {
    globalThis.jest = this.jestGlobals.jestObjectFor(path);
    files += 1;
    await import(`${pathToFileURL(path).href}?file=${files}`);
  }

  /** @override Circus keeps the tests of a file in its module, so that each file has a new one. */
  requireInternalModule(path) {
    const require = createRequire(path);
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(path);
  }

  /** @override Node's own stays: Jest's would be left behind in the worker's process when its file has ended. */
  installGetBuiltinModule() {}

  /** @override */
  getSourceMaps() {
    return sourceMaps;
  }
}

module.exports = { __esModule: true, default: NativeRuntime };
