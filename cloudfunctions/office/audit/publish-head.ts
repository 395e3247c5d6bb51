import { places } from '@/domain/access';
import { publishAuditHead as operation } from '@/domain/operations/office/audit';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { addNotice } from '../../store/queries/notice/notices';
import { headOf, markPublished } from '../../store/queries/secrecy/audit-trail';

/** The head of a day on the county's board: whoever wrote it down can tell later whether the trail was cut or rewritten. */
export const publishAuditHead = handle(operation, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ day }, { actor, db, now, note }) {
    const { countyCode } = actor;
    const head = await headOf(db, countyCode, day);
    if (head === undefined) throw new Problem('audit.day', { day });
    if (head.notice_id !== null) throw new Problem('state.wrong', { what: `${day}的核对码`, state: '已公布' });
    const noticeId = newId('n', now);
    if (!(await markPublished(db, countyCode, { day, noticeId, by: actor.accountId, now }))) {
      throw new Problem('state.changed', { what: `${day}的核对码` });
    }
    const hash = head.hash.toString('hex');
    await addNotice(db, countyCode, {
      noticeId,
      divisionCode: countyCode,
      level: 'county',
      kind: 'board',
      title: `信息查看和修改记录核对码（${day}）`,
      issuer: '三都水族自治县就业局',
      content: {
        greeting: '',
        paragraphs: [
          `截至${day}，本县就业信息采集系统共留有查看和修改记录 ${head.seq} 条，每一条都与前一条相连，不能删改。`,
          `当日最后一条的核对码是：${grouped(hash)}。`,
          '任何人都可以抄下这个核对码。以后核验时，如果记录被删改过，就与这个核对码对不上。',
        ],
        callback: '',
      },
      expiresOn: null,
      issuedBy: actor.accountId,
      now,
    });
    note({ subject: noticeId, details: { day, seq: head.seq } });
    return { noticeId, seq: head.seq, hash };
  },
});

/** Eight letters and digits at a time, as people copy them. */
const grouped = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ');
