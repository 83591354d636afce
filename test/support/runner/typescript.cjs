const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const swc = require('@swc/core');

const ROOT = join(__dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/attest/tests');
const SETTINGS = readFileSync(join(ROOT, '.swcrc'), 'utf8') + swc.version;

/** Where the map of each translated file is. */
const sourceMaps = new Map();

mkdirSync(CACHE, { recursive: true });
registerHooks({
  load(url, context, next) {
    if (!/\.tsx?(\?|$)/.test(url)) return next(url, context);
    const path = fileURLToPath(url);
    return { format: 'module', source: translated(path, url), shortCircuit: true };
  },
});

/** The JavaScript of a file of TypeScript. */
function translated(path, url) {
  const source = readFileSync(path, 'utf8');
  const name = createHash('sha256').update(`${SETTINGS}\0${path}\0${source}`).digest('hex');
  const code = join(CACHE, `${name}.js`);
  const map = join(CACHE, `${name}.map`);
  if (!existsSync(code)) {
    const made = swc.transformSync(source, { filename: path, swcrc: true, sourceMaps: true });
    put(map, made.map);
    put(code, made.code);
  }
  sourceMaps.set(url, map);
  return readFileSync(code, 'utf8');
}

/** Whole or not at all: another worker may be reading it. */
function put(file, text) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, file);
}

module.exports = { sourceMaps };
