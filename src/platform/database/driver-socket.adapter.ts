import { Socket } from 'node:net';

/**
 * A socket that tells postgres.js of its end in two steps: first as an error, which refuses what waits for an answer;
 * then, when the driver has written what it writes on that (a transaction's ROLLBACK), as closed.
 *
 * The driver writes a moment after it is asked to. Told at once that the socket is closed, it writes to nothing, which
 * no one can catch and which ends the process, or it leaves the connection in its pool in a state that never writes again
 * (porsager/postgres issues 1154 and 1208).
 */
export class DriverSocket extends Socket {
  private hasEnded = false;

  override emit(event: string | symbol, ...details: unknown[]): boolean {
    if (event !== 'close' || this.hasEnded) return super.emit(event, ...details);
    this.hasEnded = true;
    super.emit('error', Object.assign(new Error('The connection was closed'), { code: 'CONNECTION_CLOSED' }));
    // What is written on that is written in the next turn of the loop; so this is for the one after it.
    setImmediate(() => setImmediate(() => super.emit(event, ...details)));
    return true;
  }
}

/** Connects as postgres.js does itself. */
export function connectTo(options: {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: unknown;
}): Socket {
  const socket = new DriverSocket();
  const [host = 'localhost'] = options.host;
  const [port = 5432] = options.port;
  if (typeof options.path === 'string' && options.path !== '') socket.connect(options.path);
  else socket.connect(port, host);
  // The name that a certificate must bear.
  return Object.assign(socket, { host, port });
}
