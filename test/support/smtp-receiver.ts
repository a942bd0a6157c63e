import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type ReceivedMail, readMail } from './received-mail.ts';

/** How a receiver behaves: it takes mails, hangs up at once, or answers a command so. */
export type SmtpBehaviour = 'take' | 'hang up' | { readonly command: string; readonly answer: string };

/** As much of RFC 5321 and RFC 4954 as it takes to be sent mails, on this machine. */
export class SmtpReceiver {
  readonly received: ReceivedMail[] = [];
  /** With what others have logged in, decoded. */
  readonly logins: string[] = [];
  behave: SmtpBehaviour = 'take';
  /** What happens when somebody connects, before anything is said. */
  onConnection: () => void = () => undefined;
  port = 0;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  /** Listens, at the same port as before. */
  async start(): Promise<this> {
    const server = createServer((socket) => this.#converse(socket));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()));
  }

  #converse(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    this.onConnection();
    if (this.behave === 'hang up') return void socket.destroy();
    const say = (line: string) => socket.write(`${line}\r\n`);
    const envelope = { from: '', to: [] as string[] };
    let isContent = false;
    let heard = '';
    const take = (content: string): void => {
      const raw = content.replaceAll('\r\n..', '\r\n.');
      this.received.push(readMail({ from: envelope.from, to: [...envelope.to] }, raw));
      say('250 2.0.0 Taken');
    };
    socket.setEncoding('latin1').on('data', (piece: string) => {
      heard += piece;
      for (let end = ending(heard, isContent); end >= 0; end = ending(heard, isContent)) {
        const said = heard.slice(0, end);
        heard = heard.slice(end + (isContent ? '\r\n.\r\n' : '\r\n').length);
        if (isContent) take(Buffer.from(said, 'latin1').toString());
        else say(this.#answer(said, envelope));
        isContent = !isContent && said.toUpperCase() === 'DATA' && this.#refusalOf(said) === undefined;
      }
    });
    say('220 receiver.test ESMTP');
  }

  #answer(line: string, envelope: { from: string; readonly to: string[] }): string {
    const address = /<([^>]*)>/u.exec(line)?.[1] ?? '';
    const [command = '', , secret = ''] = line.split(' ');
    const refusal = this.#refusalOf(line);
    if (refusal !== undefined) return refusal;
    switch (command.toUpperCase()) {
      case 'EHLO':
        return '250-receiver.test\r\n250-8BITMIME\r\n250 AUTH PLAIN';
      case 'AUTH':
        this.logins.push(Buffer.from(secret, 'base64').toString());
        return '235 2.7.0 Welcome';
      case 'MAIL':
        envelope.from = address;
        envelope.to.length = 0;
        return '250 2.1.0 Go on';
      case 'RCPT':
        envelope.to.push(address);
        return '250 2.1.5 Go on';
      case 'DATA':
        return '354 Go on';
      default:
        return command.toUpperCase() === 'QUIT' ? '221 2.0.0 Bye' : '250 2.0.0 Good';
    }
  }

  #refusalOf(line: string): string | undefined {
    if (typeof this.behave === 'string') return undefined;
    return line.toUpperCase().startsWith(this.behave.command) ? this.behave.answer : undefined;
  }
}

/** Where what is said next ends; below 0 when it goes on. */
const ending = (heard: string, isContent: boolean): number => heard.indexOf(isContent ? '\r\n.\r\n' : '\r\n');
