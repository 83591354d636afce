import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../../src/platform/config/config.ts';
import { S3Files } from '../../../src/platform/stored-files/s3-files.adapter.ts';
import { storedFilePieces, storedFiles } from '../../../src/platform/stored-files/stored-files.table.ts';
import { StoredFiles } from '../../../src/platform/stored-files/stored-files.use-case.ts';
import { eachEngine } from '../../support/database.ts';

const NOW = new Date('2017-07-01T12:00:00Z');
const [KEY, SECRET] = ['AKIATEST', 'secret/of+the/test'];
const REGION = 'eu-west-1';

/** A store on this machine that keeps objects in memory, and takes a request only as its own key signs it (AWS Signature 4). */
class SmallStore {
  readonly objects = new Map<string, Buffer>();
  refusing = false;
  private readonly server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (this.refusing || request.headers.authorization !== signed(request, path)) {
      response
        .writeHead(403, { 'content-type': 'application/xml' })
        .end('<Error><Code>AccessDenied</Code></Error>');
    } else if (request.method === 'PUT') {
      this.objects.set(path, Buffer.concat(chunks));
      response.writeHead(200).end();
    } else {
      const found = this.objects.get(path);
      response.writeHead(found === undefined ? 404 : 200).end(found);
    }
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** The header that a request must have, computed here as the specification of AWS has it. */
function signed({ method, headers }: IncomingMessage, path: string): string {
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const list = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, path, '', list.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const moment = String(headers['x-amz-date']);
  const scope = `${moment.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = scope.split('/').reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${SECRET}`);
  const signature = hmac(key as Buffer, `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${hash}`).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${KEY}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}

/** Of the service that is set so. */
function filesIn(endpoint: string, secret = SECRET): StoredFiles {
  const { evidenceStore } = readConfig(
    {
      EVIDENCE_STORE: `s3://evidence?endpoint=${endpoint}&region=${REGION}`,
      EVIDENCE_STORE_KEY: KEY,
      EVIDENCE_STORE_SECRET: secret,
    },
    '/',
  );
  if (evidenceStore === null) throw new Error('No store is set.');
  return new StoredFiles(new S3Files(evidenceStore));
}

eachEngine('files that people brought', (engine) => {
  const store = new SmallStore();
  let endpoint: string;
  beforeAll(async () => {
    endpoint = await store.open();
  });
  afterAll(() => store.close());

  it('are kept beside the data, once, in pieces', async () => {
    const { db } = await engine.open();
    const files = new StoredFiles(null);
    // Two whole pieces and one byte.
    const content = Buffer.alloc(2 * 65_536 + 1, 'ab');
    const keep = () => db.transaction((tx) => files.keep(tx, content, 'text/plain', NOW));
    const hash = await keep();
    expect(await keep()).toBe(hash);
    expect(await db.select().from(storedFiles)).toEqual([
      { sha256: hash, size: content.length, mediaType: 'text/plain', store: 'database', storedAt: NOW },
    ]);
    const pieces = await db.select().from(storedFilePieces).orderBy(storedFilePieces.position);
    expect(pieces.map(({ bytes }) => bytes.length)).toEqual([65_536, 65_536, 1]);
    expect(Buffer.from(await files.read(db, hash)).equals(content)).toBe(true);
  });

  it('are kept in another store where one is set, signed, and a backup says that it lacks them', async () => {
    const { db } = await engine.open();
    const files = filesIn(endpoint);
    const content = Buffer.from('Minutes of the meeting');
    const hash = await db.transaction((tx) => files.keep(tx, content, 'text/plain', NOW));
    expect([...store.objects]).toEqual([[`/evidence/${hash}`, content]]);
    expect(await db.select().from(storedFilePieces)).toEqual([]);
    expect(Buffer.from(await files.read(db, hash)).equals(content)).toBe(true);
    expect(await files.notInBackup(db)).toBe(
      'Not in it: the bytes of 1 file (1 kB), which EVIDENCE_STORE keeps. Back that store up too.',
    );
    // Another setting loses none: each file says where it is.
    const beside = new StoredFiles(null);
    const other = await db.transaction((tx) => beside.keep(tx, Buffer.from('x'), 'text/plain', NOW));
    expect(Buffer.from(await files.read(db, other)).toString()).toBe('x');
    await expect(beside.read(db, hash)).rejects.toMatchObject({ code: 'FILE_STORE.AWAY' });
    // What is not what was brought is given to nobody.
    store.objects.set(`/evidence/${hash}`, Buffer.from('Minutes of another meeting'));
    await expect(files.read(db, hash)).rejects.toMatchObject({ code: 'FILE_STORE.AWAY' });
    store.objects.clear();
    await expect(files.read(db, hash)).rejects.toMatchObject({ code: 'FILE_STORE.AWAY' });
  });

  it('leave nothing half kept where the store refuses, or is not there', async () => {
    const { db } = await engine.open();
    const keep = (files: StoredFiles) =>
      db.transaction((tx) => files.keep(tx, Buffer.from('kept nowhere'), 'text/plain', NOW));
    await expect(keep(filesIn(endpoint, 'another secret'))).rejects.toMatchObject({
      code: 'FILE_STORE.AWAY',
    });
    await expect(keep(filesIn('http://127.0.0.1:9'))).rejects.toMatchObject({
      code: 'FILE_STORE.AWAY',
      options: { kind: 'broken' },
    });
    expect(await db.select().from(storedFiles)).toEqual([]);
    expect(store.objects.size).toBe(0);
  });
});
