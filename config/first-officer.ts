/**
 * `npm run first-officer -- 姓名 手机号`: invites the first county officer of a new county, who then invites everyone
 * else from the console. Refuses once there is one, so that nobody with access to the server makes himself a second.
 */
import path from 'node:path';
import { maskPhone, readName, readPhone } from '@/domain/identity';
import { appendAudit } from '../cloudfunctions/audit';
import { dayInChina, systemClock } from '../cloudfunctions/runtime/clock';
import { newId, spokenCode } from '../cloudfunctions/runtime/ids';
import { fileKeys, openSecrecy, readKeys, type Secrecy } from '../cloudfunctions/secrecy';
import { StartProblem } from '../cloudfunctions/store/errors';
import { openStore } from '../cloudfunctions/store/open';
import type { Db } from '../cloudfunctions/store/port';
import { addInvitation } from '../cloudfunctions/store/queries/office/invitations';
import { readSettings } from './settings';

const validDays = 3;

interface Officer {
  name: string;
  phone: string;
}

/** Answers the one-time code. Errors: StartProblem when there is a county officer, or one is invited, already. */
export async function inviteFirstOfficer(
  db: Db,
  countyCode: string,
  secrecy: Secrecy,
  officer: Officer,
  now: Date
): Promise<string> {
  const { name, phone } = officer;
  const known = await db.one<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM post WHERE county_code = $1::text AND role = 'county')
       OR EXISTS (SELECT 1 FROM invitation WHERE county_code = $1::text AND role = 'county' AND state = 'open'
         AND expires_at > $2::timestamptz) AS found`,
    [countyCode, now]
  );
  if (known?.found) throw new StartProblem('arguments', '县级经办已经有人或已在邀请中，请由他在办公台里邀请其他人。');
  const code = spokenCode(8);
  const invitationId = newId('i', now);
  await addInvitation(db, countyCode, {
    invitationId,
    name,
    phoneIndex: secrecy.index('phone', phone),
    phoneMasked: maskPhone(phone),
    role: 'county',
    title: '县级经办',
    organisation: '县就业办',
    badgeNo: '',
    languages: [],
    scopes: [countyCode],
    startsOn: dayInChina(now),
    endsOn: null,
    codeHash: secrecy.index('code', code).toString('hex'),
    expiresAt: new Date(now.getTime() + validDays * 86_400_000),
    createdBy: 'server',
    now,
  });
  await appendAudit(db, {
    countyCode,
    at: now,
    accountId: 'server',
    postId: '',
    role: '',
    actorName: '服务器管理员',
    act: 'office.invite',
    subject: invitationId,
    place: countyCode,
    reason: '首名县级经办',
    details: { role: 'county' },
    requestId: invitationId,
  });
  return code;
}

async function main(words: readonly string[]): Promise<void> {
  const officer = readOfficer(words);
  const settings = readSettings(process.env);
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SECRETS_KEYS: keys, COUNTY_CODE: countyCode } = settings;
  const now = systemClock.now();
  const secrecy = openSecrecy(
    keys === null ? await fileKeys(dataDir, now) : await readKeys(keys, '设置 SECRETS_KEYS ')
  );
  const store = await openStore({ databaseUrl, dataDir, poolSize: 1 }, false);
  try {
    const code = await store.transaction((db) => inviteFirstOfficer(db, countyCode, secrecy, officer, now));
    console.log(`邀请码：${code}（${validDays} 天内有效，只显示这一次）。`);
    console.log('请本人在小程序的“领取岗位”里输入邀请码，并用登记的手机号验证。');
  } finally {
    await store.close();
  }
}

function readOfficer([givenName = '', givenPhone = '']: readonly string[]): Officer {
  const [name, phone] = [readName(givenName), readPhone(givenPhone)];
  if (!name.ok)
    throw new StartProblem('arguments', `姓名不对：${name.message}用法：npm run first-officer -- 姓名 手机号。`);
  if (!phone.ok || !/^1\d{10}$/.test(phone.number)) {
    throw new StartProblem('arguments', '手机号不对，要填 11 位手机号。用法：npm run first-officer -- 姓名 手机号。');
  }
  return { name: name.name, phone: phone.number };
}

if (process.argv[1] && path.resolve(process.argv[1]) === __filename) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.sentence);
    process.exitCode = 1;
  });
}
