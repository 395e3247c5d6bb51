import { renderSVG } from 'uqr';
import type { Clock } from '../../runtime/clock';
import type { Store } from '../../store/port';
import { type Deliver, recordedMessages } from '../messages';
import type { Edges, MiniProgramCode, PhoneNumbers } from '../ports';
import { assertScene } from '../scene';
import type { FileCipher } from './file-cipher';
import { type LocalFiles, localFiles } from './files';

interface LocalWorld {
  store: Store;
  clock: Clock;
  countyCode: string;
  /** Folder of the files, and how they lie in it. */
  folder: string;
  cipher: FileCipher;
  /** Where the browser finds this county, e.g. http://localhost:8080; known once the server listens. */
  address(): string;
}

/** The edges of the local cloud: nothing leaves the machine. */
export function localEdges(world: LocalWorld): Edges & { files: LocalFiles } {
  return {
    messages: recordedMessages(outtrayOnly(world), world),
    miniProgramCode: localCode(world.address),
    files: localFiles(world.folder, world.clock, world.cipher),
    phoneNumbers: typedNumber,
  };
}

/** Behaves as WeChat does towards consents: without one left the message is not sent. */
const outtrayOnly =
  ({ store, countyCode }: LocalWorld): Deliver =>
  async (message) => {
    const consent = await store.read((db) =>
      db.one<{ remaining: number }>(
        `SELECT remaining FROM subscription
         WHERE county_code = $1::text AND account_id = $2::text AND template = $3::text`,
        [countyCode, message.accountId, message.template]
      )
    );
    return (consent?.remaining ?? 0) > 0 ? 'sent' : 'no-subscription';
  };

/** A QR code of the browser's address of the page, in place of WeChat's round code. */
const localCode = (address: () => string): MiniProgramCode => ({
  async unlimited({ page, scene }) {
    assertScene(scene, page);
    const svg = renderSVG(`${address()}/#/${page}?scene=${encodeURIComponent(scene)}`);
    return { contentType: 'image/svg+xml', bytes: Buffer.from(svg) };
  },
});

/** There is no phone button in a browser: the page sends `local:` and the number that was typed. */
const typedNumber: PhoneNumbers = {
  async exchange(code) {
    return /^local:(1[3-9]\d{9})$/.exec(code)?.[1] ?? null;
  },
};
