import { places } from '@/domain/access';
import {
  type HouseholdStanding,
  householdStanding,
  slipAlphabet,
  slipChance,
  slipCode,
} from '@/domain/campaign/household';
import { linkedPages } from '@/domain/campaign/links';
import { maskName } from '@/domain/identity';
import * as operations from '@/domain/operations/account/household';
import { Problem } from '@/domain/problem';
import { type SelfWindow, selfWindow, windowReply } from '../../household/window';
import { type Context, handle } from '../../runtime/handle';
import { randomText } from '../../runtime/ids';
import { joinKey, pageFrom, splitKey } from '../../runtime/page';
import { knownPlace, placeName, shortName } from '../../runtime/places';
import {
  addCodes,
  choicesIn,
  codesOf,
  forgetCode,
  type SlipRow,
  slipOf,
  slipsIn,
} from '../../store/queries/household/slips';
import { sheet } from '../paper/html';
import { publicityIn } from '../paper/publicity';
import { spokenDay } from '../words';
import { type Slip, slipPage } from './slip-page';

export const slipList = handle(operations.slipList, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode, group, cursor, limit }, { db, actor, now, services }) {
    knownPlace(services.county, villageCode);
    const window = await selfWindow(db, actor.countyCode, now);
    const wanted = { village: villageCode, group, after: afterOf(cursor), limit: limit + 1 };
    const { items, next } = pageFrom(await slipsIn(db, actor.countyCode, wanted), limit, keyOf);
    return {
      items: items.map((row) => lineOf(row, window)),
      next,
      window: windowReply(window),
      ...(await summary(villageCode, window, { db, actor })),
    };
  },
});

export const slipSheets = handle(operations.slipSheets, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode, group, cursor, limit }, context) {
    const { db, actor, services, note } = context;
    knownPlace(services.county, villageCode);
    const wanted = { village: villageCode, group, after: afterOf(cursor), limit: limit + 1 };
    const { items, next } = pageFrom(await slipsIn(db, actor.countyCode, wanted), limit, keyOf);
    note({ details: { households: items.length } });
    return { html: await sheetsOf(items, villageCode, context), households: items.length, next };
  },
  remembered: (reply) => ({ ...reply, html: again }),
});

export const reissueSlip = handle(operations.reissueSlip, {
  concerns: async ({ householdId }, { db, actor }) =>
    places((await slipOf(db, actor.countyCode, householdId))?.villageCode ?? actor.countyCode),
  async act({ householdId, reason }, context) {
    const { db, actor, note } = context;
    await forgetCode(db, actor.countyCode, householdId);
    const row = await slipOf(db, actor.countyCode, householdId);
    if (row === undefined) throw new Problem('found.nothing', { what: '这一户' });
    note({ subject: householdId, reason });
    return { html: await sheetsOf([row], row.villageCode, context) };
  },
  remembered: () => ({ html: again }),
});

/** Sheets are not kept with the call that made them: they hold codes, and megabytes of pictures. */
const again = sheet('入户告知单', '', '<p>这一页已经打印过，请回到页面重新打印。</p>');

const keyOf = ({ groupName, houseOrder, householdId }: SlipRow): string => joinKey(groupName, houseOrder, householdId);

function afterOf(cursor: string | null): readonly [string, string, string] {
  const [group = '', order = '', household = ''] = splitKey(cursor, 3) ?? [];
  return [group, order, household];
}

function lineOf(
  { householdId, householdNo, groupName, houseNo, head, people, left, mode, issuedAt }: SlipRow,
  window: SelfWindow
) {
  const standing = householdStanding({ chosen: mode, left }, window.closesOn, window.today);
  return { householdId, householdNo, groupName, houseNo, head: maskName(head), people, left, standing, issuedAt };
}

async function summary(village: string, { closesOn, today }: SelfWindow, { db, actor }: Pick<Context, 'db' | 'actor'>) {
  const rows = await choicesIn(db, actor.countyCode, village);
  const standings: Record<HouseholdStanding, number> = { done: 0, self: 0, open: 0, asked: 0, due: 0 };
  for (const { mode, isLeft, households } of rows) {
    standings[householdStanding({ chosen: mode, left: isLeft ? 1 : 0 }, closesOn, today)] += households;
  }
  return { standings, groups: [...new Set(rows.map(({ group }) => group))] };
}

async function sheetsOf(rows: readonly SlipRow[], village: string, { db, actor, now, services }: Context) {
  const { countyCode } = actor;
  const without = rows.filter(({ code }) => code === null);
  const codes = without.map(({ householdId }) => ({
    householdId,
    code: slipCode(randomText(slipAlphabet, slipChance)),
  }));
  await addCodes(db, countyCode, { codes, by: actor.accountId, now });
  const ids = rows.map(({ householdId }) => householdId);
  const codeOf = new Map((await codesOf(db, countyCode, ids)).map(({ householdId, code }) => [householdId, code]));
  const { open, closesOn } = await selfWindow(db, countyCode, now);
  const { callback } = await publicityIn(db, countyCode, village);
  const slips: Slip[] = [];
  for (const row of rows) {
    const code = codeOf.get(row.householdId) ?? '';
    const { contentType, bytes } = await services.edges.miniProgramCode.unlimited({
      page: linkedPages.slip,
      scene: code,
    });
    slips.push({
      householdNo: row.householdNo,
      address: [placeName(services.county, village), row.groupName, row.houseNo].filter(Boolean).join(' '),
      head: maskName(row.head),
      code,
      picture: `data:${contentType};base64,${bytes.toString('base64')}`,
    });
  }
  const until = open && closesOn !== undefined ? spokenDay(closesOn) : '';
  return slipPage({ slips, village: shortName(services.county, village), until, callback });
}
