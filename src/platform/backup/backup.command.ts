import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandContext, command } from '../cli/command.ts';
import { writeFileWhole } from '../cli/files.adapter.ts';
import { Clock } from '../clock/clock.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { OWNER_ONLY_FOLDER } from '../files/owner-only.ts';
import { StoredFiles } from '../stored-files/stored-files.use-case.ts';
import { openArchive } from './archive.ts';
import { restoreBackup, takeBackup } from './backup.repository.ts';

/** Whoever may run commands; the audit knows no more of them. */
const ACTOR = { kind: 'command', name: 'command line' } as const;

export const backupCommand = command({
  name: 'backup',
  usage: 'FILE',
  positionals: ['FILE'],
  options: {},
  takesAnyDatabase: true,
  writes: ({ positionals }) => positionals,
  run: async (context, { positionals: [path = ''] }) => {
    const bytes = await takeBackup(context.get<Database>(DATABASE), context.get(Clock).now());
    const { rowCount } = await openArchive(bytes);
    const missing = await context.get(StoredFiles).notInBackup(context.get<Database>(DATABASE));
    return {
      lines: [
        `${path}: ${rowCount} rows, ${kilobytes(bytes)}, read again and found whole`,
        ...(missing === null ? [] : [missing]),
      ],
      // Password hashes are in it, and the key that links are signed with.
      files: [{ path, bytes, ownerOnly: true }],
    };
  },
});

export const restoreCommand = command({
  name: 'restore',
  usage: 'FILE',
  positionals: ['FILE'],
  options: {},
  takesAnyDatabase: true,
  reads: ({ positionals }) => positionals,
  run: async (context, { positionals: [path = ''] }) => {
    const archive = await openArchive(context.file(path));
    const kept = await keepWhatIsThere(context);
    await restoreBackup(context.get<Database>(DATABASE), archive, {
      actor: ACTOR,
      at: context.get(Clock).now(),
    });
    return {
      lines: [
        `Restored ${archive.rowCount} rows as they were at ${archive.head.takenAt}`,
        `What was there before is in ${kept}`,
      ],
    };
  },
});

/** A restore replaces everything, and the wrong file is soon given. */
async function keepWhatIsThere(context: CommandContext): Promise<string> {
  const now = context.get(Clock).now();
  const folder = join(context.get<Config>(CONFIG).dataDir, 'backups');
  const name = `before-restore-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  await writeFileWhole(folder, name, await takeBackup(context.get<Database>(DATABASE), now));
  return join(folder, name);
}

const kilobytes = (bytes: Uint8Array): string => `${Math.ceil(bytes.length / 1024)} kB`;
