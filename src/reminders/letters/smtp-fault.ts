/** What nodemailer says of a letter that was not taken. */
interface SmtpError extends Error {
  code?: string;
  /** The SMTP command that was answered so; CONN: the connection was not made, broke or fell silent. */
  command?: string;
  responseCode?: number;
}

/**
 * Whose fault it is that a letter was not taken. `refused`: the letter's or its address's, for good. `later`: this letter's,
 * for now (greylisting, a full mailbox). `server`: the mail server's or our account's, so it would be so with any letter.
 * `unclear`: the connection broke; only asking the server tells.
 */
export type SmtpFault = 'refused' | 'later' | 'server' | 'unclear';

/** The server is closing, or wants us to sign in (or in another way). */
const ABOUT_US = [421, 530, 534, 535, 538];
const MAILBOX_FULL = 552;

export function smtpFault(error: Error): SmtpFault {
  const { code, command, responseCode = 0 } = error as SmtpError;
  if (ABOUT_US.includes(responseCode)) return 'server';
  if (command === 'RCPT TO' || command === 'DATA' || responseCode === MAILBOX_FULL)
    return isFinal(responseCode, error.message) ? 'refused' : 'later';
  // nodemailer itself would not take the letter: its size or its address.
  if (code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'API')) return 'refused';
  return command === undefined || command === 'CONN' ? 'unclear' : 'server';
}

/** Enhanced codes 5.7.x speak of a policy (no relaying, a blocked sender), which an administrator can put right. */
function isFinal(responseCode: number, message: string): boolean {
  return responseCode >= 500 && responseCode !== MAILBOX_FULL && !/\b5\.7\.\d/.test(message);
}
