import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync } from 'node:fs';
import { matchesGlob, relative } from 'node:path';

/** Whether .dockerignore keeps `path` (from the root, with slashes) out: the last pattern that fits it decides. */
export function isIgnored(path: string, dockerignore: string): boolean {
  let ignored = false;
  for (const line of dockerignore.split('\n').map((text) => text.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [pattern, verdict] = line.startsWith('!') ? [line.slice(1), false] : [line, true];
    if (matchesGlob(path, pattern)) ignored = verdict;
  }
  return ignored;
}

/** Copies what an engine would be sent of `root` for a build. */
export function layContext(root: string, context: string, dockerignore: string): void {
  cpSync(root, context, {
    recursive: true,
    filter: (source) => source === root || !isIgnored(relative(root, source), dockerignore),
  });
}

/**
 * What `COPY sources… target` does, with real paths. A folder's contents go into the target; files too where it is a
 * folder. Linked and not copied: node_modules would take longer than all the rest.
 */
export function copyInto(sources: readonly string[], target: string): void {
  mkdirSync(target, { recursive: true });
  const contents = sources.map((source) => (statSync(source).isDirectory() ? `${source}/.` : source));
  const { status, stderr } = spawnSync('cp', ['--archive', '--link', '--force', ...contents, target]);
  if (status !== 0) throw new Error(`COPY ${sources.join(' ')} failed: ${stderr}`);
}
