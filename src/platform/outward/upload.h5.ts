import { replySchema } from '@/domain/operations/envelope';
import { Problem } from '@/domain/problem';
import { asProblem } from '../client';

interface UploadTicket {
  url: string;
  headers: Readonly<Record<string, string>>;
}

interface Uploading {
  /** From 0 to 1, as bytes leave. */
  progress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a large file under its ticket, past the limit of a call. XMLHttpRequest because `fetch` cannot tell how far it is.
 * Errors: the server's problem (file.ticket, file.oversize); file.broken when the line broke or it was stopped.
 */
export function uploadFile(
  { url, headers }: UploadTicket,
  file: Blob,
  { progress, signal }: Uploading = {}
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const broken = (): void => reject(new Problem('file.broken'));
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress?.(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(problemIn(request.responseText));
    request.onerror = broken;
    request.onabort = broken;
    request.ontimeout = broken;
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Our own server says what is wrong; a storage that speaks XML only says that it did not work. */
function problemIn(text: string): Problem {
  try {
    const reply = replySchema.parse(JSON.parse(text));
    return reply.ok ? new Problem('file.broken') : asProblem(reply.problem);
  } catch {
    return new Problem('file.broken');
  }
}
