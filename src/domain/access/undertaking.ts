/** What staff accept, for each post, before the first record is shown to them. */
export const undertakingText = {
  version: '2018-01',
  title: '个人信息保密承诺书',
  sections: [
    {
      heading: '我已知晓',
      paragraphs: [
        '因参加三都水族自治县就业信息数据采集工作，我会接触到居民的姓名、证件号码、电话、健康、就业等个人信息。这些信息受法律保护，本人对此负有保密义务，岗位结束以后仍然有效。',
      ],
    },
    {
      heading: '我承诺',
      paragraphs: [
        '一、只在自己的岗位和负责的村（居）范围内、为采集工作的目的查看和使用信息，不查看与工作无关的人。',
        '二、不抄录、不拍照、不截屏、不下载、不转发居民信息，不在微信群、朋友圈等任何地方公开；确需导出的，按规定申请和审批。',
        '三、不把账号、手机或者登录的电脑交给他人使用；手机丢失或者岗位变动，立即报告并停用账号。',
        '四、不把居民信息用于推销、贷款、招工中介等任何商业用途，不收受与此有关的好处。',
        '五、如实记录采集结果，不编造、不代填、不修改他人的回答；不因居民拒绝回答而刁难或者泄露其拒绝的事实。',
        '六、发现信息泄露或者可能泄露，立即报告县就业办，并配合调查。',
      ],
    },
    {
      heading: '我明白',
      paragraphs: [
        '查看和修改信息的每一次操作都会留下不可更改的记录，居民本人可以查到。违反承诺的，按照采集合同、保密协议和有关规定处理；构成违法犯罪的，依法承担责任。',
      ],
    },
  ],
} as const satisfies {
  version: string;
  title: string;
  sections: readonly { heading: string; paragraphs: readonly string[] }[];
};
