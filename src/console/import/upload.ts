import { importTicket } from '@/domain/operations/people/register-import';
import { Problem } from '@/domain/problem';
import { call } from '@/platform/client';

/**
 * Sends a register to the cloud's file store, past the 100 KB of a call. Answers the file's id.
 * @param tell how far, 0–100
 * Errors: those of register.importTicket; file.oversize before sending; call.unreachable when the line broke.
 */
export async function uploadRegister(file: File, tell: (percent: number) => void): Promise<string> {
  const ticket = await call(importTicket, { fileName: file.name, bytes: file.size });
  if (file.size > ticket.maximumBytes) throw tooLarge(ticket.maximumBytes);
  await put(ticket.url, ticket.headers, file, tell);
  return ticket.fileId;
}

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
function put(url: string, headers: Readonly<Record<string, string>>, file: File, tell: (percent: number) => void) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new Problem('file.broken'));
    };
    request.onerror = () => reject(new Problem('call.unreachable'));
    request.send(file);
  });
}

const tooLarge = (bytes: number): Problem => new Problem('file.oversize', { limit: Math.floor(bytes / 1024 / 1024) });
