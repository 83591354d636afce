import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Which of `pids` has the near end of a connection on this machine at `port`; null: none of them, or it is closed. */
export function ownerOfPort(port: number, pids: readonly number[]): number | null {
  const inode = inodeOf(port);
  if (inode === null) return null;
  return pids.find((pid) => sockets(pid).includes(`socket:[${inode}]`)) ?? null;
}

/** As Linux lists connections: "sl local_address rem_address st … inode", the port in hexadecimal. */
function inodeOf(port: number): string | null {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[1]?.endsWith(wanted) && fields[9] !== '0') return fields[9] ?? null;
    }
  }
  return null;
}

function sockets(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => linkOf(`/proc/${pid}/fd/${name}`));
  } catch {
    // It is gone.
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
