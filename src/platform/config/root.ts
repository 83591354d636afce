import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: code runs from src/ in tests and from dist/src/ otherwise, and both need what stands there. */
export const ROOT = upTo('package.json', import.meta.dirname);

function upTo(file: string, folder: string): string {
  return existsSync(join(folder, file)) ? folder : upTo(file, dirname(folder));
}
