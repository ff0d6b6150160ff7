import { SMTPServer } from 'smtp-server';

export interface ReceivedLetter {
  to: string;
  messageId: string;
  subject: string;
  /** Body of a plain letter, decoded. */
  text: string;
}

/** A real mail server on a free port that keeps what it receives. */
export async function startMailbox(): Promise<{
  server: SMTPServer;
  letters: ReceivedLetter[];
  url: string;
}> {
  const letters: ReceivedLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        letters.push({ to, ...read(Buffer.concat(chunks).toString('latin1')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  return { server, letters, url: `smtp://127.0.0.1:${port}` };
}

function read(source: string): Omit<ReceivedLetter, 'to'> {
  const [, head, body] = /^([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(source)!;
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const boundary = /boundary="?([^";]+)"?/i.exec(header('content-type'))?.[1];
  const text = boundary
    ? textPart(body, boundary)
    : decode(body, header('content-transfer-encoding').toLowerCase());
  return { messageId: header('message-id'), subject: words(header('subject')), text };
}

/** The plain one of the parts that say the same. */
function textPart(body: string, boundary: string): string {
  const part = body.split(`--${boundary}`).find((each) => /^content-type: text\/plain/im.test(each));
  return part ? read(part.trimStart().replace(/\r\n$/, '')).text : '';
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Header text as written by RFC 2047. */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replace(/_/g, ' ')),
    );
}
