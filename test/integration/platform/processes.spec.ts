import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFolder } from '../../support/prepared-folder.ts';
import { failService, runCli, type Service, startService } from '../../support/service.ts';

let dataDir: string;
let services: Service[];

/** A folder with a seeded database: opening it is a tenth of the work of making it. */
let template: string;

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'attest-template-'));
  await prepareFolder(template);
  const first = await startService({ DATA_DIR: template });
  expect(first.output()).toContain('The database was empty');
  // What falls due is seen to as soon as a service runs: here it has been, and nothing was sent to example addresses.
  await first.until(/Reports of \d{4}-\d\d: /);
  await first.stop();
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

const copyOfTemplate = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'attest-processes-'));
  // The copy is as closed as what the service made.
  const umask = process.umask(0o077);
  cpSync(template, folder, { recursive: true });
  process.umask(umask);
  return folder;
};
const start = async (): Promise<Service> => {
  const service = await startService({ DATA_DIR: dataDir });
  services.push(service);
  return service;
};
const readRecord = () => JSON.parse(readFileSync(join(dataDir, 'service.json'), 'utf8'));
const inFolder = () => readdirSync(dataDir).sort();

describe('a service or a command', () => {
  beforeEach(() => {
    dataDir = copyOfTemplate();
    services = [];
  });
  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop('SIGKILL')));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('says where it is and how the first administrator comes in, answers, and leaves only its data when it is told to stop', async () => {
    const service = await start();
    expect(service.output()).toMatch(
      new RegExp(`Attest is ready at ${service.address}/setup\\?code=([0-9A-Z]{4}-){3}[0-9A-Z]{4}\\n`),
    );
    expect(service.output()).toContain(join(dataDir, 'db'));
    expect(await (await fetch(`${service.address}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${service.address}/readyz`)).status).toBe(200);
    expect(await service.stop('SIGTERM')).toBe(0);
    // /readyz has looked whether e-mails could be written.
    expect(inFolder()).toEqual(['db', 'outbox']);
    expect(service.output()).not.toContain('The database was empty');
  });

  it('lets the first administrator in by its code and a good password, as it is built', async () => {
    const service = await start();
    const [, code = ''] = /\/setup\?code=(\S+)/.exec(service.output()) ?? [];
    const setUp = (password: string) =>
      fetch(`${service.address}/setup`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: service.address, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ code, email: 'ana@example.org', name: 'Ana', lang: 'en', password }),
      });
    expect((await setUp('password1234')).status).toBe(400);
    expect((await setUp('seven purple otters dance')).status).toBe(303);
  });

  it('finishes the answer that is under way when it is told to stop', async () => {
    const service = await start();
    const { secret } = readRecord();
    const backup = fetch(`${service.address}/internal/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-attest-secret': secret },
      body: JSON.stringify({ name: 'backup', argv: ['x.backup'], files: [] }),
    });
    // The service has the request once it answers one that came after it.
    await fetch(`${service.address}/healthz`);
    const stopped = service.stop('SIGINT');
    expect(await (await backup).json()).toMatchObject({ exit: 0, files: [{ path: 'x.backup' }] });
    expect(await stopped).toBe(0);
  });

  it('starts where one was killed', async () => {
    const first = await start();
    const { secret } = readRecord();
    await first.stop('SIGKILL');
    expect(readRecord()).toEqual({ pid: first.pid, address: first.address, secret });
    const second = await start();
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
    expect(readRecord()).toMatchObject({ pid: second.pid, address: second.address });
    expect(readRecord().secret).not.toBe(secret);
  });

  it('says which setting is wrong, in one line and with status 2', async () => {
    const wrong = await failService({ DATA_DIR: dataDir, HOST: '0.0.0.0 ', PORT: 'http' });
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/^PORT takes [^\n]*; HOST takes [^\n]*\n$/);
    expect(inFolder()).toEqual(['db']);
  });

  it('says that its port is taken', async () => {
    const first = await start();
    const other = copyOfTemplate();
    try {
      const second = await failService({ DATA_DIR: other, PORT: new URL(first.address).port });
      expect(second.status).toBe(1);
      expect(second.stderr).toMatch(/^Port \d+ of 127\.0\.0\.1 is in use\. [^\n]*\n$/);
      expect(readdirSync(other)).not.toContain('service.json');
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('opens the folder itself when no service has it, also after one died and its number is another’s', async () => {
    const service = await start();
    await service.stop('SIGKILL');
    for (const pid of [service.pid, process.pid]) {
      writeFileSync(join(dataDir, 'service.json'), JSON.stringify({ ...readRecord(), pid }));
      const name = `${pid}.backup`;
      expect(await runCli(['backup', name], { DATA_DIR: dataDir })).toMatchObject({ status: 0, stderr: '' });
      expect(inFolder()).toContain(name);
    }
  });

  it('refuses a damaged backup with status 1, and all is as it was', async () => {
    writeFileSync(join(dataDir, 'x.backup'), 'not a backup');
    const refused = await runCli(['restore', 'x.backup'], { DATA_DIR: dataDir });
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toBe(
      'The file is not a backup of Attest. Give a file that "npm run backup" made. Nothing was changed.\n',
    );
    expect(inFolder()).not.toContain('backups');
  });
});

describe('a service that runs', () => {
  let running: Service;
  beforeAll(async () => {
    dataDir = copyOfTemplate();
    running = await startService({ DATA_DIR: dataDir });
  });
  afterAll(async () => {
    await running.stop('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('refuses the folder of another, which goes on undisturbed', async () => {
    const second = await failService({ DATA_DIR: dataDir });
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toMatch(new RegExp(`^${dataDir} is in use by process ${running.pid}; [^\\n]*\\n$`));
    expect((await fetch(`${running.address}/readyz`)).status).toBe(200);
    const refused = await runCli(['backup', 'a.backup'], { DATA_DIR: dataDir });
    expect(refused.status).toBe(0);
  });

  it('does commands on its folder, with files of the caller’s', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attest-caller-'));
    try {
      const env = { DATA_DIR: dataDir, INIT_CWD: folder };
      const taken = await runCli(['backup', 'all.backup'], env);
      expect(taken).toMatchObject({ status: 0, stderr: '' });
      expect(taken.stdout).toMatch(/^all\.backup: \d+ rows, \d+ kB, read again and found whole\n$/);
      expect(readdirSync(folder)).toEqual(['all.backup']);
      const restored = await runCli(['restore', 'all.backup'], env);
      expect(restored).toMatchObject({ status: 0, stderr: '' });
      expect(restored.stdout).toMatch(/^Restored \d+ rows as they were at \S+\n/);
      expect((await fetch(`${running.address}/readyz`)).status).toBe(200);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const knock = (headers: Record<string, string>, body = '{"name":"backup","argv":["x"],"files":[]}') =>
    fetch(`${running.address}/internal/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('does them for who can read its secret alone', async () => {
    const record = join(dataDir, 'service.json');
    expect(statSync(record).mode & 0o777).toBe(0o600);
    const { address, secret } = readRecord();
    expect(address).toBe(running.address);
    for (const given of [undefined, '', 'x', `${secret}x`, secret.slice(1)]) {
      expect((await knock(given === undefined ? {} : { 'x-attest-secret': given })).status).toBe(404);
    }
    expect((await knock({ 'x-attest-secret': secret })).status).toBe(200);
    expect((await knock({ 'x-attest-secret': secret }, '{"name":7}')).status).toBe(400);
    expect((await knock({ 'x-attest-secret': secret, origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('a command called wrongly', () => {
  it.each([
    [['bakcup', 'x'], 'There is no command "bakcup". Commands: import, '],
    [
      ['backup', 'nowhere/a'],
      'nowhere/a cannot be written: there is no such file or folder.\nUsage: npm run backup -- FILE\n',
    ],
    [
      ['restore', 'none'],
      'none cannot be read: there is no such file or folder.\nUsage: npm run restore -- FILE\n',
    ],
  ])('as %j says so with status 2 before it opens anything', async (args, message) => {
    const finished = await runCli(args, { DATA_DIR: template });
    expect(finished).toMatchObject({ status: 2, stdout: '' });
    expect(finished.stderr.startsWith(message)).toBe(true);
    expect(readdirSync(template).sort()).toEqual(['db']);
  });
});
