import * as z from 'zod';
import { parseReply } from '@/platform/reply';

const people = z.strictObject({
  items: z.array(z.strictObject({ name: z.string(), state: z.enum(['due', 'collected']).optional() })),
  next: z.string().nullable(),
});

describe('an answer of a cloud that is newer than the phone', () => {
  it('is read as far as the phone knows it', () => {
    const reply = { items: [{ name: '示例甲', badge: 1 }, { name: '示例乙' }], next: null, total: 2 };
    expect(parseReply(people, reply)).toEqual({ items: [{ name: '示例甲' }, { name: '示例乙' }], next: null });
    expect(reply.items[0]).toHaveProperty('badge');
  });

  it('is not believed where something known is missing or of another kind', () => {
    expect(() => parseReply(people, { items: [{ badge: 1 }], next: null, total: 2 })).toThrow();
    expect(() => parseReply(people, { items: [{ name: '示例甲', state: 'gone' }], next: null })).toThrow();
    expect(() => parseReply(people, null)).toThrow();
  });
});
