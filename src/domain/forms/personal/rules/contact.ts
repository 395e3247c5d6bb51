import type { PersonalRule } from '../answers';

/** W24 E28 and the confirmation: telephone, village, signature. */
export const contactRules: readonly PersonalRule[] = [
  {
    id: 'W24',
    severity: 'warning',
    field: 'phone',
    title: '一个电话不留给五个以上不同户的人',
    find: ({ ctx }) =>
      (ctx.others?.phoneOtherHouseholds ?? 0) > 5
        ? '「联系电话」已经有五个以上别家的人留过，请核对；确实共用的写明原因'
        : undefined,
  },
  {
    id: 'W24',
    severity: 'warning',
    field: 'phone',
    title: '采集员、村干部自己的电话不留给别人',
    find: ({ answers, ctx }) =>
      ctx.others?.phoneOfStaff && !((ctx.mode ?? 'self') === 'self' && answers.phoneOwner === '1')
        ? '「联系电话」是采集员或村干部的号码，请留本人或家里人的；本人家里都没有电话的写明原因'
        : undefined,
  },
  {
    id: 'E28',
    severity: 'fault',
    field: 'hukouVillage',
    title: '村（居）代码在所用版本的区划里',
    find({ answers, ctx }) {
      const [code, edition, book] = [answers.hukouVillage, answers.divisionEdition, ctx.divisions];
      if (code === undefined || edition === undefined || !book || book.name(code, edition) !== undefined)
        return undefined;
      const elsewhere = book.editionsOf?.(code)[0];
      return elsewhere === undefined
        ? undefined
        : `「户籍所在村(居)」选的村在 ${elsewhere} 版区划里有，${edition} 版已合并或改名，请重新选择`;
    },
  },
  {
    id: 'required',
    severity: 'fault',
    field: 'confirmed',
    title: '提交前本人或代答人确认',
    find: ({ answers, ctx }) =>
      ctx.sending && (ctx.mode ?? 'self') === 'self' && answers.confirmed === undefined
        ? '请核对后确认「以上内容属实」，再提交'
        : undefined,
  },
];
