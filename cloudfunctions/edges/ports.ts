/**
 * What the product needs from the world outside its store. Two sets of adapters answer: `local/` for the local cloud,
 * `cloudbase/` for WeChat's cloud. Operations see only these shapes.
 */
import type { MessageTemplate } from './templates';

/** Who makes a call, as the platform says it; nothing here comes from what the phone sent. */
export type Caller =
  | { kind: 'wechat'; openid: string; unionid: string | null; appid: string }
  /** A browser: the session in the envelope says who it is. The network address where the platform tells it. */
  | { kind: 'web'; address?: string }
  /** The platform's clock; no person stands behind it. */
  | { kind: 'timer' }
  /** The cloud itself does what this account did on a phone: entries it held, or a rescue file. Never read from a call. */
  | { kind: 'account'; accountId: string };

/**
 * - sent: WeChat took it (locally: it is in the outtray)
 * - no-subscription: the person's consents are used up (43101); normal, go on to the next rung
 * - no-user: WeChat does not know the person here (40003), or the account has no WeChat at all
 * - invalid: our template, data or page is wrong (40037, 47003, 41030); someone must mend it
 * - unreachable: time-out, network, or WeChat busy; trying later may help
 */
export type SendResult = 'sent' | 'no-subscription' | 'no-user' | 'invalid' | 'unreachable';

export interface Message<T extends MessageTemplate = MessageTemplate> {
  accountId: string;
  /** Null for someone who signed in without WeChat. */
  openid: string | null;
  template: T;
  /** Page of the mini-program without leading slash, with its query; may hold ids, never identity. */
  page: string;
  /** One text for each place of the template; longer than WeChat allows is cut, identity is refused. */
  data: Readonly<Record<string, string>>;
}

export interface Messages {
  /** Sends one message and leaves a row in `message`. Not inside a transaction: it speaks to the world. */
  send(message: Message): Promise<SendResult>;
}

export interface MiniProgramCode {
  /**
   * A code that opens `page` with `scene`. Scene: 1–32 visible ASCII characters, never identity; page without
   * leading slash and without query. Throws Problem 'call.busy' when WeChat does not answer.
   */
  unlimited(wanted: { page: string; scene: string }): Promise<{ contentType: string; bytes: Buffer }>;
}

/** How the browser sends a large file by itself, past the 100 KB of a call. */
export interface UploadTicket {
  fileId: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  /** ISO instant. */
  expiresAt: string;
}

export interface Files {
  /** One-time leave to upload one file of at most `maximumBytes`. `name` decides only the ending. */
  uploadTicket(wanted: { name: string; maximumBytes: number }): Promise<UploadTicket>;
  /** Keeps bytes made here (an export, a poster); answers the file's id. */
  put(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<string>;
  /** The file from `offset` on, in pieces. Throws Problem 'found.nothing' when it is not there. */
  read(fileId: string, offset?: number): AsyncIterable<Uint8Array>;
  /** An address that serves the file under `name` for `seconds`; locally once only. */
  downloadUrl(fileId: string, name: string, seconds: number): Promise<string>;
  /** Deleting what is gone already is no error. */
  delete(fileIds: readonly string[]): Promise<void>;
  /**
   * Puts files behind `after` under the key in use, for about so long; `last` names the one it came to, null when none
   * is left. Doing it twice does no harm. A store that encrypts by itself has nothing to do.
   */
  renewKeys(after: string, milliseconds: number): Promise<{ renewed: number; last: string | null }>;
}

export interface PhoneNumbers {
  /** The number behind the one-time code of WeChat's phone button; null when the code is used up or expired. */
  exchange(code: string): Promise<string | null>;
}

export interface Edges {
  messages: Messages;
  miniProgramCode: MiniProgramCode;
  files: Files;
  phoneNumbers: PhoneNumbers;
}
