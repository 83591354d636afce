import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What is asked for again and again, and how it must be answered. */
export interface Question {
  /** `http://host:port` */
  readonly address: string;
  /** As it is sent, one for each connection in turn (`requestOf`). */
  readonly requests: readonly string[];
  readonly status: number;
}

/** A request by GET as it goes over the wire. */
export function requestOf(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([key, value]) => `${key}: ${value}`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/**
 * Answers a second; each connection asks again when it is answered, with as little work as can be: what is asked shares its
 * machine with whoever asks.
 */
export async function rateOf(
  question: Question,
  { connections, ms }: { readonly connections: number; readonly ms: number },
): Promise<number> {
  const start = performance.now();
  const asked = Array.from({ length: connections }, (_, at) => askAgain(question, at, start + ms));
  const answers = (await Promise.all(asked)).reduce((sum, each) => sum + each, 0);
  return (answers * 1000) / (performance.now() - start);
}

/** How long each of so many answers takes, one after the other over one connection, in milliseconds. */
export async function timesOf(question: Question, times: number): Promise<readonly number[]> {
  const seen: number[] = [];
  await withSocket(question, async (ask) => {
    for (let asked = 0; asked < times; asked += 1) {
      const start = performance.now();
      await ask(question.requests[asked % question.requests.length] ?? '');
      seen.push(performance.now() - start);
    }
  });
  return seen;
}

async function askAgain(question: Question, at: number, end: number): Promise<number> {
  const request = question.requests[at % question.requests.length] ?? '';
  let answers = 0;
  await withSocket(question, async (ask) => {
    while (performance.now() < end) {
      await ask(request);
      answers += 1;
    }
  });
  return answers;
}

async function withSocket(
  { address, status }: Question,
  work: (ask: (request: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  try {
    await work((request) => answered(socket, request, status));
  } finally {
    socket.destroy();
  }
}

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Sends a request and reads its answer to the end. */
function answered(socket: Socket, request: string, status: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let head = '';
  /** Bytes of the body that are still to come; null: it comes in chunks. */
  let missing: number | null = null;
  const end = (error?: Error) => {
    socket.off('data', read).off('error', end).off('close', closed);
    if (error === undefined) resolve();
    else reject(error);
  };
  const closed = () => end(new Error('The connection was closed within an answer.'));
  const read = (chunk: Buffer) => {
    if (head.endsWith(HEAD_END)) {
      if (missing !== null) missing -= chunk.length;
    } else {
      const text = head + chunk.toString('latin1');
      const at = text.indexOf(HEAD_END);
      head = at === -1 ? text : text.slice(0, at + HEAD_END.length);
      if (at === -1) return;
      if (!head.startsWith(`HTTP/1.1 ${status}`)) return end(new Error(text.slice(0, 300)));
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      const isChunked = /^transfer-encoding: chunked/im.test(head);
      missing = isChunked ? null : Number(length ?? 0) - (text.length - head.length);
    }
    if (missing === null ? chunk.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : missing <= 0) end();
  };
  socket.on('data', read).on('error', end).on('close', closed);
  socket.write(request);
  return promise;
}
