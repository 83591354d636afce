import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy on this machine, as one that speaks TLS to the world stands in front of the service. */
export interface TestProxy {
  /** What the service answers to a reader whom the proxy takes to have this address. */
  get(path: string, reader: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** What a proxy adds to the headers that a reader sent, knowing the reader's address. */
export type Tells = (reader: string, sent: IncomingHttpHeaders) => Readonly<Record<string, string>>;

/** Hands requests on to `service` over a socket of its own. */
export async function startProxy(service: string, tells: Tells): Promise<TestProxy> {
  let reader = '';
  const server: Server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, ...tells(reader, incoming.headers) };
    const onwards = request(new URL(incoming.url ?? '/', service), { headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onwards);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    async get(path, from, headers = {}) {
      reader = from;
      return ask(`http://127.0.0.1:${port}${path}`, headers);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Asks over a socket, and follows no redirect. */
export function ask(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  return new Promise((done, failed) => {
    const asked = request(address, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asked.on('error', failed);
    asked.end();
  });
}
