import { measurePhone } from '../field/pages';
import { measureSync } from '../field/sync';
import type { Suite } from '../suite';

/** The field day: what it costs on the wire and in the cloud, and how quick a slow phone is with a large village. */
export const field: Suite = {
  name: 'field',
  title: 'a day of an enumerator: sync of 200 phones, a village of 4,400 on a slow phone',
  async run(args) {
    await measureSync(args);
    await measurePhone(args);
  },
};
