import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type Service, startService } from '../support/service.ts';

/** A user who owns nothing. */
const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

let folder: string;
let dataDir: string;
let service: Service | undefined;

/** What a process makes under the most careless of umasks. */
async function careless<T>(umask: number, run: () => Promise<T>): Promise<T> {
  const before = process.umask(umask);
  try {
    return await run();
  } finally {
    process.umask(before);
  }
}

const start = () => careless(0, () => startService({ DATA_DIR: dataDir }));

const below = (path: string): readonly string[] =>
  lstatSync(path).isDirectory()
    ? [path, ...readdirSync(path).flatMap((name) => below(join(path, name)))]
    : [path];
const modeOf = (path: string) => lstatSync(path).mode & 0o777;
const open = () =>
  below(dataDir).filter((path) => modeOf(path) !== (lstatSync(path).isDirectory() ? 0o700 : 0o600));

/** What another user of the machine can list, read or write of these. */
function reachable(paths: readonly string[]): readonly string[] {
  const script = `for path do
    if [ -d "$path" ]; then ls "$path"/* && echo "lists $path" >&3; : > "$path/planted" && echo "writes into $path" >&3
    else cat "$path" && echo "reads $path" >&3; : >> "$path" && echo "writes $path" >&3; fi
  done`;
  const { output, error } = spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], {
    cwd: '/',
    uid: NOBODY,
    gid: NOBODY,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  return output[3]?.trim().split('\n').filter(Boolean) ?? [];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-rights-'));
  // Open, so that what is closed is closed by what the service does.
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o755 });
  service = await start();
  // What falls due has been seen to by then; nothing is sent to the examples of the seeds.
  await service.until(/Reports of \d{4}-\d\d: /);
  const env = { DATA_DIR: dataDir, INIT_CWD: folder };
  writeFileSync(
    join(folder, 'readers.csv'),
    'email,name,report,lang,paper\nana@oas.org,Ana,portfolio,en,a4\n',
  );
  const commands = [
    ['import', 'subscriptions', join(folder, 'readers.csv')],
    // Into the outbox.
    ['send', '--period', '2017-06'],
    ['backup', 'all.backup'],
    ['restore', 'all.backup'],
    ['report', 'portfolio', '--period', '2017-06', '--out', 'portfolio.csv'],
  ];
  for (const command of commands) {
    expect(await careless(0o022, () => runCli(command, env))).toMatchObject({ status: 0, stderr: '' });
  }
});
afterAll(async () => {
  await service?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('keeps database, outbox, backups and its own secret to the owner', () => {
  expect(readdirSync(dataDir).sort()).toEqual([
    expect.stringMatching(/^attest-.+\.lock$/),
    'backups',
    'db',
    'outbox',
    'service.json',
  ]);
  expect(readdirSync(join(dataDir, 'outbox'))).not.toEqual([]);
  expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);
  expect(open()).toEqual([]);
});

it('keeps a backup to whoever took it; a report is as open as the caller’s other files', () => {
  expect(modeOf(join(folder, 'all.backup'))).toBe(0o600);
  expect(modeOf(join(folder, 'portfolio.csv'))).toBe(0o644);
});

// Only root can become somebody else; for everyone else the rights above are the proof.
(isRoot ? it : it.skip)('lets another user of the machine read and write nothing', () => {
  const readable = join(folder, 'readable');
  writeFileSync(readable, 'for all', { mode: 0o644 });
  expect(reachable([readable])).toEqual([`reads ${readable}`]);
  const all = [...below(dataDir), join(folder, 'all.backup')];
  expect(all.length).toBeGreaterThan(900);
  expect(reachable(all)).toEqual([]);
  // Each by itself too, were the folders around it opened.
  const folders = all.filter((path) => lstatSync(path).isDirectory());
  for (const path of folders) chmodSync(path, 0o711);
  try {
    expect(reachable(all)).toEqual([]);
  } finally {
    for (const path of folders) chmodSync(path, 0o700);
  }
});

it('puts an older folder right at the next start, and says so once', async () => {
  await service?.stop();
  for (const path of below(dataDir)) chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o666);
  const count = below(dataDir).length;
  service = await start();
  expect(service.output()).toContain(
    `${count} files and folders in ${dataDir} could be read by other users of this machine; now only the owner can.`,
  );
  expect(open()).toEqual([]);
  expect(await service.stop()).toBe(0);
  service = await start();
  expect(service.output()).not.toContain('could be read by other users');
  expect(readFileSync(join(dataDir, 'service.json'), 'utf8')).toContain(service.address);
});
