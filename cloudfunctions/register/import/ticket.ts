import { places } from '@/domain/access';
import { importTicket as operation } from '@/domain/operations/people/register-import';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { decodeLimits } from './decode/source';

/** One-time leave to upload a register. */
export const importTicket = handle(operation, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ fileName, bytes }, { services }) {
    const { fileBytes } = decodeLimits;
    if (bytes > fileBytes) throw new Problem('file.oversize', { limit: fileBytes / 1024 / 1024 });
    const ticket = await services.edges.files.uploadTicket({ name: fileName, maximumBytes: fileBytes });
    return { ...ticket, headers: { ...ticket.headers }, maximumBytes: fileBytes };
  },
});
