import * as z from 'zod';
import { query } from '../operation';
import { cursor, id, instant, page, pageSize } from '../shapes';

/** Every message that went, or on this computer would have gone, to WeChat; newest first. */
export const outtray = query({
  name: 'office.outtray',
  title: '消息发件箱',
  verb: 'outtray.read',
  input: z.strictObject({
    template: z.enum(['reminder', 'notice', 'returned']).optional().meta({ title: '消息种类' }),
    result: z.string().max(20).optional().meta({ title: '发送结果' }),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      messageId: id('消息编号'),
      to: z.string(),
      template: z.string(),
      templateTitle: z.string(),
      page: z.string(),
      lines: z.array(z.strictObject({ place: z.string(), text: z.string() })),
      result: z.string(),
      sentence: z.string(),
      at: instant,
    })
  ),
});

export const messaging = [outtray];
