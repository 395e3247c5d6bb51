import { nameInitials } from '../../../cloudfunctions/people/initials';
import { noPhone, sealId, sealPhone } from '../../../cloudfunctions/people/sealed';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { applyDeltas } from '../../../cloudfunctions/store/queries/counters';
import { deltasBetween, type PersonFacts } from '../../../src/domain/campaign/measures';
import { nameKey, type Sex, sampleIdNumber } from '../../../src/domain/identity';

/** Two villages of two towns, and one of the home town where nobody is registered. */
export const home = '522732114289';
export const elsewhere = '522732113281';
export const nextDoor = '522732114288';
export const edition = '2018-10-31';

interface SeedPerson {
  name: string;
  sex: Sex;
  born: string;
  relation: string;
  household: keyof typeof households;
  phone?: string;
  turn?: number;
}

export const households = {
  one: { village: home, group: '一组', houseNo: '2号', householdNo: '010002' },
  two: { village: home, group: '一组', houseNo: '10号', householdNo: '010010' },
  three: { village: home, group: '二组', houseNo: '1号', householdNo: '020001' },
  far: { village: elsewhere, group: '上寨组', houseNo: '5号', householdNo: '050005' },
} as const;

/** Invented people; the numbers are made at run time in the range of samples. */
export const people = {
  weiDashan: { name: '韦大山', sex: '1', born: '1965-03-02', relation: '0', household: 'one', phone: '13900000001' },
  luYuelan: { name: '陆月兰', sex: '2', born: '1967-11-20', relation: '1', household: 'one' },
  weiXiaoming: { name: '韦小明', sex: '1', born: '1990-05-06', relation: '2', household: 'one', phone: '13900000002' },
  weiXue: { name: '韦雪', sex: '2', born: '2012-08-09', relation: '7', household: 'one' },
  panMeihua: { name: '潘梅花', sex: '2', born: '1988-01-15', relation: '0', household: 'two', phone: '13900000003' },
  shiLao: { name: '石老安', sex: '1', born: '1940-06-01', relation: '0', household: 'three' },
  shiYun: { name: '石云', sex: '2', born: '1970-02-28', relation: '2', household: 'three' },
  yangHua: { name: '杨·阿花', sex: '2', born: '1985-07-07', relation: '0', household: 'far', phone: '13900000004' },
  yangShan: { name: '杨山', sex: '1', born: '1984-04-04', relation: '1', household: 'far' },
} as const satisfies Record<string, SeedPerson>;

export type PersonName = keyof typeof people;
export const personIdOf = (who: PersonName): string => `p_${who}`;
export const householdIdOf = (which: keyof typeof households): string => `h_${which}`;

export function idNumberOf(who: PersonName): string {
  const { born, sex }: SeedPerson = people[who];
  return sampleIdNumber('522732', born, sex, 0);
}

/** The register as an import would leave it: sealed, indexed, counted. */
export async function seedPeople(services: Services): Promise<void> {
  const { store, clock, county } = services;
  const at = clock.now();
  const headOf = (which: string) =>
    (Object.keys(people) as PersonName[]).find(
      (who) => people[who].household === which && people[who].relation === '0'
    );
  await store.copyIn(
    'household',
    [
      'county_code',
      'household_id',
      'village_code',
      'group_name',
      'household_no',
      'house_no',
      'head_person_id',
      'created_at',
      'updated_at',
    ],
    (Object.keys(households) as (keyof typeof households)[]).map((which) => {
      const { village, group, householdNo, houseNo } = households[which];
      const head = headOf(which);
      return [
        county.countyCode,
        householdIdOf(which),
        village,
        group,
        householdNo,
        houseNo,
        head ? personIdOf(head) : null,
        at,
        at,
      ];
    })
  );
  const rows = (Object.keys(people) as PersonName[]).map((who) => personRow(services, who, at));
  const columns = Object.keys(rows[0] ?? {});
  await store.copyIn(
    'person',
    columns,
    rows.map((row) => columns.map((column) => row[column as keyof typeof row]))
  );
  await store.transaction(async (db) => {
    for (const who of Object.keys(people) as PersonName[]) {
      const facts = { ...untouched, villageCode: households[people[who].household].village };
      await applyDeltas(db, county.countyCode, deltasBetween(null, facts, county.countyCode), '2018-01-01');
    }
  });
}

function personRow({ secrecy, county }: Services, who: PersonName, at: Date) {
  const { name, sex, born, relation, household, phone }: SeedPerson = people[who];
  const { village, group } = households[household];
  const personId = personIdOf(who);
  return {
    county_code: county.countyCode,
    person_id: personId,
    household_id: householdIdOf(household),
    relation,
    name,
    name_key: nameKey(name),
    name_initials: nameInitials(name),
    sex,
    birth_date: born,
    ethnic: '25',
    id_type: '1',
    ...sealId(secrecy, county.countyCode, personId, idNumberOf(who)),
    ...(phone === undefined ? noPhone : sealPhone(secrecy, county.countyCode, personId, phone)),
    hukou_nature: '20',
    village_code: village,
    village_edition: edition,
    group_name: group,
    placed_by: 'register',
    placed_reason: '县户籍名册上您的户籍在这里。',
    placed_confidence: '1',
    created_at: at,
    updated_at: at,
  };
}

const untouched: PersonFacts = {
  villageCode: null,
  collectState: 'due',
  populationClass: '',
  employmentState: '',
  recordMode: '',
  lastOutcome: '',
  refused: false,
  origin: 'register',
  counted: true,
};
