import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDataFolder } from '../../../src/platform/files/data-folder.adapter.ts';

/** A user who owns nothing here. */
const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

let around: string;
let folder: string;
const modeOf = (...path: string[]) => statSync(join(...path)).mode & 0o777;
const put = (mode: number, ...path: string[]) => {
  writeFileSync(join(folder, ...path), 'x');
  chmodSync(join(folder, ...path), mode);
};
const make = (mode: number, ...path: string[]) => {
  mkdirSync(join(folder, ...path), { recursive: true });
  chmodSync(join(folder, ...path), mode);
};
/** As that user, whom the test can become for a moment. */
const as = <T>(uid: number, run: () => T): T => {
  process.seteuid?.(uid);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
};

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'attest-folder-'));
  chmodSync(around, 0o755);
  folder = join(around, 'data');
});
afterEach(() => rmSync(around, { recursive: true }));

it('makes a folder that only its owner enters', () => {
  expect(prepareDataFolder(join(folder, 'deep'))).toEqual([]);
  expect([modeOf(folder), modeOf(folder, 'deep')]).toEqual([0o700, 0o700]);
});

it('closes what is ours, and counts it', () => {
  make(0o755);
  make(0o777, 'db');
  put(0o666, 'db', 'PG_VERSION');
  put(0o644, 'service.json');
  put(0o600, 'attest-7-00000000-0000-4000-8000-000000000000.lock');
  make(0o755, 'lost+found');
  expect(prepareDataFolder(folder)).toEqual([
    `4 files and folders in ${folder} could be read by other users of this machine; now only the owner can.`,
  ]);
  expect(modeOf(folder)).toBe(0o700);
  expect(modeOf(folder, 'db')).toBe(0o700);
  expect(modeOf(folder, 'db', 'PG_VERSION')).toBe(0o600);
  expect(modeOf(folder, 'service.json')).toBe(0o600);
  expect(prepareDataFolder(folder)).toEqual([]);
});

it('leaves what is not ours as it is, and says what that means', () => {
  make(0o755);
  put(0o644, 'notes.txt');
  make(0o755, 'outbox');
  const shared = `${folder} holds what is not ours (notes.txt), so its own rights stay as they are. Other users of this machine see the names in it, and nothing of what is ours.`;
  expect(prepareDataFolder(folder)).toEqual([
    `One file or folder in ${folder} could be read by other users of this machine; now only the owner can.`,
    shared,
  ]);
  expect([modeOf(folder), modeOf(folder, 'notes.txt'), modeOf(folder, 'outbox')]).toEqual([
    0o755, 0o644, 0o700,
  ]);
  expect(prepareDataFolder(folder)).toEqual([shared]);
});

it('follows a link to another disk, and none that lies within', () => {
  make(0o700);
  make(0o755, '..', 'disk');
  make(0o755, '..', 'secret');
  put(0o644, '..', 'disk', 'base');
  symlinkSync(join(around, 'disk'), join(folder, 'db'));
  symlinkSync(join(around, 'secret'), join(around, 'disk', 'link'));
  prepareDataFolder(folder);
  expect([modeOf(around, 'disk'), modeOf(around, 'disk', 'base'), modeOf(around, 'secret')]).toEqual([
    0o700, 0o600, 0o755,
  ]);
});

it('says what is in the way where there can be no folder', () => {
  writeFileSync(folder, '');
  expect(() => prepareDataFolder(join(folder, 'data'))).toThrow(`Cannot write in ${folder}/data: ENOTDIR`);
});

// It takes two users, and only root can be both.
(isRoot ? describe : describe.skip)('of two users', () => {
  it('says that what belongs to another cannot be closed, where it can be used', () => {
    make(0o777);
    make(0o777, 'db');
    expect(as(NOBODY, () => prepareDataFolder(folder))).toEqual([
      `2 files and folders in ${folder} can still be read by other users of this machine, among them ${folder}: the system lets this user change no rights there. Give it all to this user, or set DATA_DIR to a folder of its own.`,
    ]);
  });

  it('names what belongs to another and cannot be used', () => {
    make(0o777);
    make(0o700, 'db');
    expect(() => as(NOBODY, () => prepareDataFolder(folder))).toThrow(
      `${folder}/db belongs to user 0, and this process, of user ${NOBODY}, may not use it.`,
    );
  });

  it('warns the administrator of the machine, who can open what its owner then cannot', () => {
    chmodSync(around, 0o777);
    as(NOBODY, () => {
      make(0o700);
      make(0o700, 'db');
    });
    expect(prepareDataFolder(folder)).toEqual([
      `${folder} belongs to user ${NOBODY}, who cannot open what this process writes now, as the administrator of the machine. Run Attest as that user.`,
    ]);
  });
});
