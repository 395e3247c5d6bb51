import { places } from '@/domain/access';
import { outtray as operation } from '@/domain/operations/publicity/outtray';
import { templates } from '../edges/templates';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitMoment } from '../runtime/page';
import { listMessages, type MessageLine } from '../store/queries/office/messages';

const sentences: Readonly<Record<string, string>> = {
  sent: '已交给微信发送（本机演示时只存在这里，不会真的发出）',
  'no-subscription': '对方没有剩余的订阅授权，微信不能发送，请改用电话或上门提醒',
  'no-user': '对方没有绑定微信，请改用电话或上门提醒',
  invalid: '消息模板或内容不符合微信的要求，请联系系统管理员检查设置',
  unreachable: '当时连不上微信，稍后会再试',
};

/** What would reach people, to be looked at before a county trusts it. */
export const outtray = handle(operation, {
  concerns: (_input, { actor }) => places(actor.countyCode),
  async act({ template, result, cursor, limit }, { db, actor }) {
    const before = splitMoment(cursor);
    const rows = await listMessages(db, actor.countyCode, {
      template: template ?? null,
      result: result ?? null,
      before: before && [before.at, before.id],
      limit: limit + 1,
    });
    const page = pageFrom(rows, limit, (row) => joinKey(row.at, row.messageId));
    return { ...page, items: page.items.map(readable) };
  },
});

function readable({ data, ...row }: MessageLine) {
  const titles: Readonly<Record<string, { title: string }>> = templates;
  return {
    ...row,
    to: row.to || '没有账号的人',
    templateTitle: titles[row.template]?.title ?? row.template,
    lines: Object.entries(data).map(([place, text]) => ({ place, text })),
    sentence: sentences[row.result] ?? row.result,
  };
}
