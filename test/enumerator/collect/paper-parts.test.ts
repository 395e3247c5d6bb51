import { attachPaper, mostPaperBytes, mostPaperParts } from '@/domain/operations/collecting/signed-paper';
import { syncEntry } from '@/domain/operations/collecting/sync';
import { paperInputs, readPhoto } from '@/enumerator/collect/paper-parts';
import { batchBytes, bytesOf, type Entry, waiting } from '@/outbox';
import { bytesOfBase64, firstThatFits, sizeWithin } from '@/platform/device/photo-size';

const at = '2018-02-01T02:00:00.000Z';
const taken = (bytes: number) => ({
  attachmentId: 'a'.repeat(24),
  data: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes - 3, 7)]).toString('base64'),
  takenAt: at,
});

describe('a photo on its way to the cloud', () => {
  test.each([1_000, 27_000, 27_001, 80_000, mostPaperBytes])(
    'of %i bytes is whole again when its parts are put together',
    (bytes) => {
      const photo = taken(bytes);
      const inputs = paperInputs(photo, 'p_weiXiaoming');
      expect(inputs.map(({ data }) => data).join('')).toBe(photo.data);
      expect(inputs.map(({ part }) => part)).toEqual(inputs.map((_, place) => place + 1));
      expect(inputs.length).toBeLessThanOrEqual(mostPaperParts);
      for (const input of inputs) expect(attachPaper.input.parse(input)).toEqual(input);
    }
  );

  test('of the largest size goes in parts that fit a batch and a part of a rescue file', () => {
    for (const input of paperInputs(taken(mostPaperBytes), 'p_weiXiaoming')) {
      const entry: Entry = {
        id: 'e'.repeat(24),
        accountId: 'account',
        post: 'post',
        operation: attachPaper.name,
        input,
        subject: 'p_weiXiaoming',
        title: '纸质签名照片',
        after: [],
        doneAt: Date.parse(at),
        monotonic: 1,
        boot: 'one',
        standing: waiting,
      };
      expect(2 * bytesOf(entry)).toBeLessThan(batchBytes);
      const { id, operation, monotonic, boot } = entry;
      const sent = syncEntry.parse({ id, operation, input, after: ['f'.repeat(24)], doneAt: at, monotonic, boot });
      expect(JSON.stringify(sent).length).toBeLessThan(40_000);
    }
  });

  test('has one digest in all its parts, and another photo has another', () => {
    const digests = paperInputs(taken(80_000), 'p').map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(1);
    expect(paperInputs(taken(80_001), 'p')[0]?.digest).not.toBe(digests[0]);
  });
});

test('what lies in the storage is a photo or nothing', () => {
  expect(readPhoto(taken(10))).toEqual(taken(10));
  for (const other of [undefined, null, 'x', {}, { ...taken(10), data: 7 }]) expect(readPhoto(other)).toBeUndefined();
});

describe('a photo made small', () => {
  test.each([
    [4000, 3000, 1280, 960],
    [3000, 4000, 960, 1280],
    [800, 600, 800, 600],
    [1280, 1280, 1280, 1280],
  ])('%i × %i becomes %i × %i', (width, height, ...small) => {
    expect(Object.values(sizeWithin(width, height, 1280))).toEqual(small);
  });

  test.each([1, 2, 3, 4, 100])('the base64 of %i bytes is measured right', (bytes) => {
    expect(bytesOfBase64(Buffer.alloc(bytes).toString('base64'))).toBe(bytes);
  });

  test('is kept in the best quality that fits', async () => {
    const asked: number[] = [];
    const at = async (quality: number) => {
      asked.push(quality);
      return taken(quality * 2_000).data;
    };
    expect(await firstThatFits({ mostBytes: 120_000 }, at)).toBe(taken(100_000).data);
    expect(asked).toEqual([80, 65, 50]);
  });

  test('that stays too large, or is no photo, is refused with a sentence', async () => {
    const large = firstThatFits({ mostBytes: 120 * 1024 }, async () => taken(200_000).data);
    await expect(large).rejects.toMatchObject({ code: 'paper.size', message: expect.stringContaining('120 KB') });
    const text = firstThatFits({ mostBytes: 1000 }, async () => 'R0lGODlh');
    await expect(text).rejects.toMatchObject({ code: 'paper.notPicture' });
  });
});
