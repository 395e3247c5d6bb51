import type { Edges, Message } from '../../../cloudfunctions/edges/ports';
import type { LogLine } from '../../../cloudfunctions/runtime/log';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { keySet, openSecrecy } from '../../../cloudfunctions/secrecy';
import type { Store } from '../../../cloudfunctions/store/port';

/** A clock that stands until it is moved. */
export interface TestClock {
  now(): Date;
  set(at: string): void;
  forward(milliseconds: number): void;
}

export function testClock(start: string): TestClock {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    set: (text) => {
      at = new Date(text);
    },
    forward: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds);
    },
  };
}

export interface TestWorld {
  messages: Message[];
  files: Map<string, Buffer>;
  /** What WeChat's phone button would say for a code. */
  phones: Map<string, string>;
  /** Every code picture that was asked for. */
  codes: { page: string; scene: string }[];
  log: LogLine[];
}

const keys = keySet(
  [
    { id: 's1', purpose: 'seal', secret: Buffer.alloc(32, 1) },
    { id: 'i1', purpose: 'index', secret: Buffer.alloc(32, 2) },
  ],
  { seal: 's1', index: 'i1' }
);

/** Services over a store, with edges that only remember. */
export function testServices(store: Store, clock: TestClock): { services: Services; world: TestWorld } {
  const world: TestWorld = { messages: [], files: new Map(), phones: new Map(), codes: [], log: [] };
  const services: Services = {
    store,
    secrecy: openSecrecy(keys),
    edges: rememberingEdges(world, clock),
    clock,
    log: (line) => void world.log.push(line),
    county: { countyCode: '522732', divisionEdition: '2018-10-31', localSignIn: true },
  };
  return { services, world };
}

function rememberingEdges(world: TestWorld, clock: TestClock): Edges {
  return {
    messages: {
      async send(message) {
        world.messages.push(message);
        return 'sent';
      },
    },
    miniProgramCode: {
      async unlimited(wanted) {
        world.codes.push(wanted);
        return { contentType: 'image/svg+xml', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };
      },
    },
    files: {
      async uploadTicket({ name }) {
        const fileId = `file_${world.files.size + 1}_${name}`;
        return { fileId, url: `/upload/${fileId}`, headers: {}, expiresAt: clock.now().toISOString() };
      },
      async put(name, content) {
        const fileId = `file_${world.files.size + 1}_${name}`;
        const pieces: Uint8Array[] = [];
        if (content instanceof Uint8Array) pieces.push(content);
        else for await (const piece of content) pieces.push(piece);
        world.files.set(fileId, Buffer.concat(pieces));
        return fileId;
      },
      async *read(fileId, offset = 0) {
        yield (world.files.get(fileId) ?? Buffer.alloc(0)).subarray(offset);
      },
      downloadUrl: async (fileId) => `/file/${fileId}`,
      renewKeys: async () => ({ renewed: 0, last: null }),
      async delete(fileIds) {
        for (const fileId of fileIds) world.files.delete(fileId);
      },
    },
    phoneNumbers: { exchange: async (code) => world.phones.get(code) ?? null },
  };
}
