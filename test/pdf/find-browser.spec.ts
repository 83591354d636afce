import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../../src/platform/browser/find-browser.adapter.ts';
import { unpackChromium } from '../../src/platform/browser/packaged-chromium.adapter.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-find-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, mode = 0o755): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '');
  await chmod(path, mode);
  return path;
}

describe('findBrowser', () => {
  it('takes the browser of the setting before an installed one', async () => {
    const [mine, installed] = [await program('mine'), await program('installed')];
    await expect(findBrowser({ browserPath: mine }, [installed])).resolves.toEqual({
      path: mine,
      from: 'setting',
    });
  });

  it('takes the first that is installed', async () => {
    const installed = await program('chromium');
    await expect(findBrowser({ browserPath: null }, [join(folder, 'chrome'), installed])).resolves.toEqual({
      path: installed,
      from: 'machine',
    });
  });

  it('falls back on the one of the npm package, which runs', async () => {
    const found = await findBrowser({ browserPath: null }, []);
    expect(found.from).toBe('package');
    expect((await promisify(execFile)(found.path, ['--version'])).stdout).toMatch(/^Chromium 153\./);
  });
});

describe('unpackChromium', () => {
  it('gives a whole program to two who ask at once, and leaves nothing else', async () => {
    const own = join(folder, 'own');
    const paths = await Promise.all([unpackChromium(own), unpackChromium(own)]);
    expect(paths).toEqual([join(own, 'chromium-153.0.0'), join(own, 'chromium-153.0.0')]);
    expect(await readdir(own)).toEqual(['chromium-153.0.0']);
    expect((await promisify(execFile)(paths[0] ?? '', ['--version'])).stdout).toMatch(/^Chromium 153\./);
    expect((await stat(own)).mode & 0o777).toBe(0o700);
  });

  it('runs nothing from a folder that others can write to', async () => {
    const shared = join(folder, 'shared');
    await mkdir(shared);
    await chmod(shared, 0o777);
    await writeFile(join(shared, 'chromium-153.0.0'), '#!/bin/sh\necho planted\n', { mode: 0o755 });
    await expect(unpackChromium(shared)).rejects.toMatchObject({
      code: 'BROWSER.NOT_UNPACKED',
      options: { kind: 'broken' },
      message: expect.stringContaining(`${shared}: others can write to it`),
    });
  });

  it('follows no link that somebody laid', async () => {
    await mkdir(join(folder, 'elsewhere'), { mode: 0o700 });
    await symlink(join(folder, 'elsewhere'), join(folder, 'link'));
    await expect(unpackChromium(join(folder, 'link'))).rejects.toMatchObject({
      code: 'BROWSER.NOT_UNPACKED',
    });
  });
});
