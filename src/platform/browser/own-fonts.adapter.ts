import { createHash, randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { ownFolder } from './own-folder.adapter.ts';

/** Never asked for by name; it stands in for what a document names and does not bring along. */
const FONT = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

/**
 * What makes a browser see one font of ours and none of the machine's (Linux), as its environment: so that a document is
 * the same on every machine. Without any font at all Chromium takes none from a document either (docs/decisions/fonts.md).
 *
 * @throws DomainError BROWSER.NO_FOLDER
 */
export async function ownFonts(): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux') return {};
  try {
    const folder = await ownFolder();
    const fonts = dirname(createRequire(import.meta.url).resolve(FONT));
    const settings = `<fontconfig><dir>${escaped(fonts)}</dir><cachedir>${escaped(join(folder, 'fonts'))}</cachedir></fontconfig>`;
    // Another installation on this machine has another one.
    const name = `fonts-${createHash('sha256').update(settings).digest('hex').slice(0, 10)}.conf`;
    const unfinished = join(folder, `${name}.${randomUUID()}`);
    await writeFile(unfinished, settings, { mode: 0o600 });
    await rename(unfinished, join(folder, name));
    return { FONTCONFIG_FILE: join(folder, name) };
  } catch (cause) {
    throw new DomainError(
      'BROWSER.NO_FOLDER',
      `The browser's settings could not be written: ${String(cause)}.`,
      {
        kind: 'broken',
        remedy: 'Give us a folder for temporary files that we can write to (TMPDIR), with room.',
        cause,
      },
    );
  }
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
