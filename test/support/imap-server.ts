import { createServer, type Server, type Socket } from 'node:net';

/** An e-mail of the mailbox. */
export interface StoredMessage {
  readonly content: string;
  seen: boolean;
}

/**
 * As much of an IMAP server (RFC 3501) as a client needs that signs in, opens INBOX, searches it, reads e-mails and marks
 * them as read. What it does not know it answers with BAD, so that a test of it fails.
 */
export class ImapServer {
  readonly messages: StoredMessage[] = [];
  /** The commands that it was given, without passwords. */
  readonly commands: string[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly password: string) {
    this.server = createServer((socket) => this.serve(socket));
  }

  /** @returns its port */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('It does not listen.');
    return address.port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    let unread = '';
    socket.on('data', (chunk: Buffer) => {
      unread += chunk.toString('latin1');
      for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        this.answer(socket, line);
      }
    });
  }

  private answer(socket: Socket, line: string): void {
    const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const [name = ''] = /^(?:UID )?[A-Z]+/.exec(command.toUpperCase()) ?? [];
    this.commands.push(name === 'LOGIN' ? name : command);
    const say = (text: string) => socket.write(Buffer.from(`${text}\r\n`, 'latin1'));
    const ok = () => say(`${tag} OK done`);
    switch (name) {
      case 'CAPABILITY':
        say('* CAPABILITY IMAP4rev1');
        return void ok();
      case 'LOGIN':
        return void (command.includes(this.password)
          ? ok()
          : say(`${tag} NO [AUTHENTICATIONFAILED] wrong user or password`));
      case 'LIST':
        say('* LIST (\\HasNoChildren) "/" INBOX');
        return void ok();
      case 'SELECT':
        say(`* ${this.messages.length} EXISTS`);
        say('* FLAGS (\\Seen)');
        say('* OK [PERMANENTFLAGS (\\Seen)] kept');
        say('* OK [UIDVALIDITY 1] valid');
        return void say(`${tag} OK [READ-WRITE] open`);
      case 'UID SEARCH':
        say(`* SEARCH ${this.found(command).join(' ')}`.trimEnd());
        return void ok();
      case 'UID FETCH': {
        const uid = Number(/^UID FETCH (\d+) /.exec(command)?.[1]);
        const most = Number(/BODY\.PEEK\[\]<0\.(\d+)>/.exec(command)?.[1]);
        const content = this.messages[uid - 1]?.content.slice(0, most) ?? '';
        say(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${content.length}}\r\n${content})`);
        return void ok();
      }
      case 'UID STORE': {
        const [, uid] = /^UID STORE (\d+) \+FLAGS(?:\.SILENT)? \(\\Seen\)$/.exec(command) ?? [];
        const message = this.messages[Number(uid) - 1];
        if (message === undefined) return void say(`${tag} BAD ${command}`);
        message.seen = true;
        say(`* ${uid} FETCH (UID ${uid} FLAGS (\\Seen))`);
        return void ok();
      }
      case 'LOGOUT':
        say('* BYE');
        ok();
        return void socket.end();
      default:
        return void say(`${tag} BAD ${command}`);
    }
  }

  /** Those that a search means: unread, and with some words in a header. */
  private found(command: string): readonly number[] {
    const words = /HEADER "?content-type"? "?([^"\s]+)"?/i.exec(command)?.[1];
    if (words === undefined || !/\bUNSEEN\b/.test(command)) return [];
    return this.messages.flatMap(({ content, seen }, index) => {
      const head = content.split('\r\n\r\n', 1)[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
      const type = /^content-type:(.*)$/im.exec(head)?.[1] ?? '';
      return !seen && type.includes(words) ? [index + 1] : [];
    });
  }
}
