import type { Answers } from '@/domain/form';
import { openVersion } from '../../collect/subject';
import { idPlace, phonePlace } from '../../people/sealed';
import { placeName, shortName } from '../../runtime/places';
import type { Services } from '../../runtime/services';
import {
  type ExportedEmployer,
  type ExportedPerson,
  exportedEmployers,
  exportedPeople,
} from '../../store/queries/secrecy/export-rows';
import type { Sheet } from './sheet';

/** Where in a place the writing stands: people by state and id, employers by id. '' is the beginning. */
export interface At {
  state: string;
  id: string;
}
export const start: At = { state: '', id: '' };

export interface Wanted {
  formId: 'personal' | 'employer';
  states: readonly string[];
  classes: readonly string[];
}

const rowsAPage = 500;

/** Where in the list of places the writing stands, and where in that place. */
export interface Reached {
  village: number;
  at: At;
}

/**
 * Pages of finished lines, place by place. While a page is put into words the next one is already on its way from the
 * store; nothing but these two is ever in memory.
 * @param written lines that stand before these
 */
export async function* linesOf(
  services: Services,
  sheet: Sheet,
  wanted: Wanted,
  villages: readonly string[],
  from: Reached,
  written: number
): AsyncGenerator<{ text: string; rows: number; next: Reached }> {
  const read = (place: Reached): Promise<Found[]> | undefined => {
    const village = villages[place.village];
    const page = village === undefined ? undefined : pageOf(services, sheet, wanted, village, place.at);
    // whoever stops early never looks at it; unheard, an error in it would end the process
    page?.catch(() => undefined);
    return page;
  };
  let [here, line] = [from, written];
  for (let coming = read(here); coming !== undefined; ) {
    const page = await coming;
    const last = page.at(-1);
    const more = last !== undefined && page.length === rowsAPage;
    const next = more ? { village: here.village, at: last.at } : { village: here.village + 1, at: start };
    coming = read(next);
    const lead = leadOf(services, villages[here.village] ?? '');
    let text = '';
    for (const { state, receiptNo, birthDate, answers } of page) {
      line += 1;
      text += sheet.line(line, { ...lead, state, receiptNo, birthDate }, answers());
    }
    yield { text, rows: page.length, next };
    here = next;
  }
}

interface Found {
  at: At;
  state: string;
  receiptNo: string;
  birthDate: string | null;
  answers: () => Answers;
}

async function pageOf(
  services: Services,
  sheet: Sheet,
  wanted: Wanted,
  village: string,
  { state, id }: At
): Promise<Found[]> {
  const { store, county } = services;
  const { states, classes } = wanted;
  const secrets = sheet.opensRecord;
  if (wanted.formId === 'employer') {
    const rows = await store.read((db) =>
      exportedEmployers(db, county.countyCode, { village, states, secrets }, id, rowsAPage)
    );
    return rows.map((row) => ofEmployer(services, row));
  }
  const open = { idNumbers: sheet.wantsIdNumber, phones: sheet.wantsPhone, secrets };
  const rows = await store.read((db) =>
    exportedPeople(db, county.countyCode, { village, states, classes, ...open }, [state, id], rowsAPage)
  );
  return rows.map((row) => ofPerson(services, row));
}

const ofEmployer = (services: Services, row: ExportedEmployer): Found => ({
  at: { state: '', id: row.employer_id },
  state: row.record_state,
  receiptNo: row.receipt_no,
  birthDate: null,
  answers: () => withSecrets(services, row),
});

/** The number and the telephone as the register has them: in full where they were read sealed, else masked. */
const ofPerson = (services: Services, row: ExportedPerson): Found => ({
  at: { state: row.collect_state, id: row.person_id },
  state: row.collect_state,
  receiptNo: row.receipt_no,
  birthDate: row.birth_date,
  answers() {
    const { secrecy, county } = services;
    const { person_id, id_cipher, phone_cipher } = row;
    const idNo = id_cipher === null ? row.id_masked : secrecy.open(id_cipher, idPlace(county.countyCode, person_id));
    const phone =
      phone_cipher === null ? row.phone_masked : secrecy.open(phone_cipher, phonePlace(county.countyCode, person_id));
    const answers = withSecrets(services, row);
    // read for this line alone, so they may be added to: a copy of forty answers for each of 400,000 people is felt
    if (idNo !== '') answers.idNo = idNo;
    if (phone !== '') answers.phone = phone;
    return answers;
  },
});

function withSecrets(
  { secrecy, county }: Services,
  {
    record_id,
    version,
    answers,
    sealed,
  }: { record_id: string; version: number; answers: Answers; sealed: Buffer | null }
): Answers {
  if (sealed === null) return answers;
  return openVersion(secrecy, county.countyCode, { record_id, version, answers, sealed }).answers;
}

const leadOf = ({ county }: Services, village: string): { town: string; village: string } =>
  village === ''
    ? { town: '', village: '还没有归属' }
    : { town: placeName(county, village.slice(0, 9)), village: shortName(county, village) };
