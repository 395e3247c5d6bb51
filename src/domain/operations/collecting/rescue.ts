import * as z from 'zod';
import { rescueHeader, rescuePart } from '../../rescue/file';
import { clientId } from '../envelope';
import { command, query } from '../operation';
import { cursor, divisionCode, instant, page, pageSize, reason } from '../shapes';

/** What the cloud keeps of phones until its time comes, and what phones in need hand over. */

const why = z.enum(['after', 'base', 'refused']);

const heldEntry = z.strictObject({
  entryId: z.string(),
  operation: z.string(),
  /** In words: 提交个人采集表. */
  title: z.string(),
  /** Of the person or employer, where the county knows him already. */
  name: z.string(),
  villageCode: z.string(),
  villageName: z.string(),
  authorName: z.string(),
  /** after: an earlier entry · base: the answers it started from · refused: it was its turn and could not be done. */
  why,
  /** The same as a sentence, with what to do. */
  sentence: z.string(),
  doneAt: instant,
  heldAt: instant,
  /** Waiting so long that the phone is probably lost: a human looks after it. */
  overdue: z.boolean(),
});

/** Without a division: one's own; with one: everyone's whose work lies there. */
export const heldEntries = query({
  name: 'collect.heldEntries',
  title: '查看等待办理的上传内容',
  verb: 'held.read',
  input: z.strictObject({ divisionCode: divisionCode.optional(), cursor, limit: pageSize(30, 100) }),
  output: page(heldEntry),
});

/** Gives up an entry whose base will never come. It stays visible with the reason; its author is told when he asks. */
export const dropHeld = command({
  name: 'collect.dropHeld',
  title: '作废等待办理的上传内容',
  verb: 'record.review',
  input: z.strictObject({ entryId: clientId.meta({ title: '编号' }), reason }),
  output: z.strictObject({ entryId: z.string() }),
});

/**
 * One part of a rescue file: its entries are done on behalf of the author, each once whether or not it also came from
 * the phone. A part sent again answers alike.
 * Problems: rescue.file (not ours, cut off, changed, or sealed for another county), access.scope (an author whose work
 * lies elsewhere).
 */
export const importRescue = command({
  name: 'collect.importRescue',
  title: '导入救援文件',
  verb: 'record.review',
  input: z.strictObject({ header: rescueHeader, part: rescuePart }),
  output: z.strictObject({
    authorName: z.string(),
    /** Every entry of the part, in its order. */
    entries: z.array(
      z.strictObject({
        entryId: z.string(),
        title: z.string(),
        doneAt: instant,
        /** undecided: the store was busy; import the part again. */
        is: z.enum(['received', 'held', 'refused', 'undecided']),
        /** What became of it, with what to do. */
        sentence: z.string(),
      })
    ),
  }),
});

export const rescuing = [heldEntries, dropHeld, importRescue];
