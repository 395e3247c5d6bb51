import * as z from 'zod';
import {
  type Broken,
  type ChainHead,
  chainHead,
  chainStart,
  flaws,
  followChain,
  sealLate,
  verifyEnds,
} from '../../audit';
import { jobKind } from '../../jobs/kind';
import { saveCheck } from '../../store/queries/secrecy/audit-trail';

/** Links followed in one page of the job: well under a minute on a slow machine. */
const stretch = 20_000;

/** `hash` is hex; '' before the first page. */
const cursor = z.object({ seq: z.int(), hash: z.string(), until: z.int().nullable() });

/** Reads the whole chain in stretches, so that a million rows need no runner that lives for minutes. */
export const auditCheckKind = jobKind({
  kind: 'office.checkAudit',
  input: z.object({}),
  cursor,
  first: { seq: 0, hash: '', until: null },
  async read({ countyCode, cursor: { seq, hash, until }, services: { store } }) {
    if (until === null) await sealLate(store, countyCode);
    const head = await store.read((db) => chainHead(db, countyCode));
    const end = until ?? head.seq;
    const from = hash === '' ? chainStart(countyCode) : { seq, hash: Buffer.from(hash, 'hex') };
    const reached = await followChain(store, countyCode, from, Math.min(end, seq + stretch));
    if ('why' in reached) return { end, found: reached };
    const found = reached.seq < end ? undefined : await verifyEnds(store, countyCode, reached);
    return { end, reached, ...(found === undefined ? {} : { found }) };
  },
  async store(db, page: { end: number; reached?: ChainHead; found?: Broken }, { countyCode, cursor: before, now }) {
    const { end, reached, found } = page;
    const seq = reached?.seq ?? before.seq;
    const finished = found !== undefined || seq >= end;
    if (finished) {
      const finding = found === undefined ? '' : findingOf(found);
      await saveCheck(db, countyCode, { at: now, intact: found === undefined, entries: seq, finding });
    }
    return {
      cursor: { seq, hash: reached?.hash.toString('hex') ?? before.hash, until: end },
      done: seq - before.seq,
      total: end,
      result: { intact: found === undefined, entries: seq },
      finished,
    };
  },
});

const findingOf = ({ seq, entry, why }: Broken): string =>
  `第 ${seq} 条${entry === '' ? '' : `（记录 ${entry}）`}：${flaws[why]}。请保留现场并报告保密负责人。`;
