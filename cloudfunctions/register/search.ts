import { covers, own } from '@/domain/access';
import { maskName, nameKey, plainCode } from '@/domain/identity';
import { search as operation } from '@/domain/operations/people/register';
import { Problem } from '@/domain/problem';
import { indexesOfNumber } from '../people/identity';
import { villageOf } from '../people/villages';
import { handle } from '../runtime/handle';
import { type FoundRow, foundByName, foundByNumber } from '../store/queries/people/search-people';

const most = 20;

/** Wide and masked; beyond the scope of the post no more than a masked name, the village and how far collecting is. */
export const search = handle(operation, {
  concerns: () => own,
  async act({ text, reason }, { actor, db, services, note }) {
    const number = plainCode(text);
    const byNumber = /^\d{14,17}[\dX]$/.test(number);
    const key = nameKey(text);
    if (!byNumber && Array.from(key).length < 2)
      throw new Problem('call.invalid', { field: '查找内容', reason: '请至少输入姓名的两个字，或完整的身份证号' });
    const rows = byNumber
      ? await foundByNumber(db, actor.countyCode, indexesOfNumber(services.secrecy, number))
      : await foundByName(db, actor.countyCode, key, most + 1);
    // Who was found is recorded; what was typed is not: it may be an identity number. Whose number it is can read so.
    const [only] = rows;
    note({
      ...(byNumber && only !== undefined ? { subject: only.person_id, place: only.village_code ?? '' } : {}),
      reason,
      details: { by: byNumber ? 'idNumber' : 'name', found: rows.slice(0, most).map((row) => row.person_id) },
    });
    return {
      by: byNumber ? ('idNumber' as const) : ('name' as const),
      items: rows.slice(0, most).map((row) => shown(row, inReach(row))),
      more: rows.length > most,
    };

    function inReach(row: FoundRow): boolean {
      return row.village_code !== null && covers(actor, row.village_code, [row.group_name, row.old_village_code]);
    }

    function shown(row: FoundRow, inScope: boolean) {
      return {
        personId: inScope ? row.person_id : null,
        name: inScope ? row.name : maskName(row.name),
        idMasked: inScope ? row.id_masked : '',
        sex: row.sex,
        birthYear: inScope ? (row.birth_date ?? '').slice(0, 4) : '',
        collectState: row.collect_state,
        village: villageOf(services.county, row.village_code),
        inScope,
      };
    }
  },
});
