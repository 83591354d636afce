import { chmodSync, closeSync, lstatSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './owner-only.ts';

/** What we put into DATA_DIR, and what every disk of its own has; whatever else lies there is not ours to close. */
const OURS =
  /^(db|outbox|backups|service\.json(\.[0-9a-f]{8})?(\.partial)?|attest-\d+-[0-9a-f-]{36}\.lock(\.new)?)$/;
const OF_THE_DISK = 'lost+found';

/** So many names are shown of what is not ours. */
const NAMES = 3;

/**
 * Makes DATA_DIR where there is none and closes it, with all of ours in it, to every other user of the machine
 * (docs/decisions/file-rights.md). In a folder that we share with other files it closes only what is ours.
 *
 * @returns what whoever runs the service must know: what was put right, and what could not be
 * @throws DomainError `DATABASE.FOLDER_UNWRITABLE`, `DATABASE.FOLDER_FOREIGN` (broken)
 */
export function prepareDataFolder(folder: string): readonly string[] {
  makeFolder(folder);
  const names = readFolder(folder);
  const others = names.filter((name) => !OURS.test(name) && name !== OF_THE_DISK);
  const own = names.filter((name) => OURS.test(name)).map((name) => join(folder, name));
  const { closed, stillOpen, foreign } = closeToOthers(own, others.length === 0 ? folder : null);
  return [
    ...(closed.length > 0
      ? [
          `${counted(closed.length)} in ${folder} could be read by other users of this machine; now only the owner can.`,
        ]
      : []),
    ...(stillOpen.length > 0
      ? [
          `${counted(stillOpen.length)} in ${folder} can still be read by other users of this machine, among them ${stillOpen[0]}: the system lets this user change no rights there. Give it all to this user, or set DATA_DIR to a folder of its own.`,
        ]
      : []),
    ...(others.length > 0 && isOpen(statSync(folder))
      ? [
          `${folder} holds what is not ours (${others.slice(0, NAMES).join(', ')}${others.length > NAMES ? ', ...' : ''}), so its own rights stay as they are. Other users of this machine see the names in it, and nothing of what is ours.`,
        ]
      : []),
    ...(foreign === null
      ? []
      : [
          `${foreign.path} belongs to user ${foreign.uid}, who cannot open what this process writes now, as the administrator of the machine. Run Attest as that user.`,
        ]),
  ];
}

/** Closes a folder that we made, with all in it. */
export function closeFolder(folder: string): void {
  closeToOthers([folder], null);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  } catch (cause) {
    throw folderUnwritable(folder, cause);
  }
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw folderUnwritable(folder, cause);
  }
}

/** Also for whoever finds out later. */
export function folderUnwritable(folder: string, cause: unknown): DomainError {
  return new DomainError(
    'DATABASE.FOLDER_UNWRITABLE',
    `Cannot write in ${folder}: ${(cause as Error).message}`,
    {
      kind: 'broken',
      remedy: 'Give this user the right to write there, or set DATA_DIR to another folder.',
      cause,
    },
  );
}

interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly isFolder: boolean;
}

interface Closed {
  readonly closed: readonly string[];
  /** What the system did not let us close. */
  readonly stillOpen: readonly string[];
  /** The first that is another user's; only the administrator of the machine comes so far. */
  readonly foreign: Entry | null;
}

/** A folder before what is in it, so that nobody puts something else in its place meanwhile. */
function closeToOthers(paths: readonly string[], around: string | null): Closed {
  const closed: string[] = [];
  const stillOpen: string[] = [];
  let foreign: Entry | null = null;
  const close = (entry: Entry): void => {
    if (isForeign(entry)) {
      checkAccess(entry);
      if (process.geteuid?.() === 0) foreign ??= entry;
    }
    if (isOpen(entry)) (shut(entry) ? closed : stillOpen).push(entry.path);
  };
  if (around !== null) close(entryAt(around, statSync) as Entry);
  // A folder of ours may be a link to another disk; links within it are none of ours.
  for (const path of paths) {
    const entry = entryAt(path, statSync);
    if (entry !== null) closeBelow(entry, close);
  }
  return { closed, stillOpen, foreign };
}

function closeBelow(entry: Entry, close: (entry: Entry) => void): void {
  close(entry);
  if (!entry.isFolder) return;
  for (const name of readdirSync(entry.path)) {
    const next = entryAt(join(entry.path, name), lstatSync);
    if (next !== null) closeBelow(next, close);
  }
}

/** Null: gone by now, or neither a file nor a folder. */
function entryAt(path: string, stat: typeof lstatSync): Entry | null {
  const found = stat(path, { throwIfNoEntry: false });
  if (!found?.isFile() && !found?.isDirectory()) return null;
  return { path, mode: found.mode, uid: found.uid, isFolder: found.isDirectory() };
}

const isOpen = ({ mode }: { readonly mode: number }): boolean => (mode & 0o077) !== 0;

/** A disk may keep no rights and say nothing, so what counts is what is there afterwards. */
function shut({ path, isFolder }: Entry): boolean {
  try {
    chmodSync(path, isFolder ? OWNER_ONLY_FOLDER : OWNER_ONLY_FILE);
    return !isOpen(statSync(path));
  } catch {
    return false;
  }
}

const isForeign = ({ uid }: Entry): boolean => process.geteuid !== undefined && uid !== process.geteuid();

/** @throws DomainError `DATABASE.FOLDER_FOREIGN` where what is another user's cannot be used by this one */
function checkAccess({ path, uid, isFolder }: Entry): void {
  try {
    if (isFolder) readdirSync(path);
    else closeSync(openSync(path, 'r+'));
  } catch (cause) {
    const own = process.geteuid?.();
    throw new DomainError(
      'DATABASE.FOLDER_FOREIGN',
      `${path} belongs to user ${uid}, and this process, of user ${own}, may not use it.`,
      { kind: 'broken', remedy: `Run Attest as that user, or give all of it to user ${own}.`, cause },
    );
  }
}

const counted = (count: number): string =>
  count === 1 ? 'One file or folder' : `${count} files and folders`;
