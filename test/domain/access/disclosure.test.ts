import {
  allRoles,
  disclosure,
  exportPurposes,
  fieldsBehind,
  groupOf,
  isChildOn,
  reachOf,
  revealSetting,
  revealsADay,
  seesField,
  veil,
  veilLines,
} from '@/domain/access';
import { type FormDefinition, fieldClass } from '@/domain/form';
import { personalForm } from '@/domain/forms';

const form: FormDefinition = personalForm;
const sensitive = Object.keys(form.fields).filter((key) => fieldClass(form, key) === 'sensitive');

test('every field that the form calls sensitive belongs to a group', () => {
  expect(sensitive.filter((key) => groupOf(key) === undefined)).toEqual([]);
});

test('every field behind something that can be looked at is a field of the form', () => {
  const unknown = Object.values(fieldsBehind)
    .flat()
    .filter((key) => form.fields[key] === undefined);
  expect(unknown).toEqual([]);
});

test('only roles with the verb may look at anything in full, and all of those may look at something', () => {
  const withVerb = allRoles.filter((role) => reachOf(role, 'secret.reveal') !== undefined);
  expect(allRoles.filter((role) => disclosure[role].mayReveal.length > 0)).toEqual(withVerb);
});

test.each(Object.entries(exportPurposes))('%s can be asked for, and somebody else can approve it', (_, purpose) => {
  for (const role of purpose.askedBy) expect(reachOf(role, 'export.request')).toBeDefined();
  for (const role of purpose.approvedBy) expect(reachOf(role, 'export.approve')).toBeDefined();
  expect(purpose.askedBy.length * purpose.approvedBy.length).toBeGreaterThan(0);
});

test.each([
  ['2004-02-02', '2018-02-01', true],
  ['2004-02-01', '2018-02-01', false],
  ['2004-02-29', '2018-02-28', true],
  ['2004-02-29', '2018-03-01', false],
  ['2018-02-01', '2018-02-01', true],
  ['', '2018-02-01', false],
  ['20040201', '2018-02-01', false],
  [null, '2018-02-01', false],
  [undefined, '2018-02-01', false],
])('somebody born on %s is under 14 on %s: %s', (birthDate, today, child) => {
  expect(isChildOn(birthDate, today)).toBe(child);
});

test.each([
  ['resident', 'health', false, true],
  ['enumerator', 'health', false, true],
  ['town', 'health', false, false],
  ['supervisor', 'gps', false, true],
  ['supervisor', 'birthDate', false, true],
  ['supervisor', 'birthDate', true, false],
  ['supervisor', 'name', true, true],
  ['committee', 'birthDate', true, true],
  ['liaison', 'poorRegistered', false, false],
] as const)('%s sees %s of a child %s: %s', (role, field, child, seen) => {
  expect(seesField(role, field, child)).toBe(seen);
});

test('a covered line keeps its label and loses its words, codes and rows', () => {
  const line = { field: 'health', label: '健康状况', text: '良好', codes: ['2'], rows: [['a']] };
  expect(veilLines('town', false, [line])).toEqual([{ field: 'health', label: '健康状况', text: veil }]);
  expect(veilLines('resident', false, [line])).toEqual([line]);
});

test('who only dials may look more often a day than who sees numbers', () => {
  const setting = revealSetting.parse({});
  expect(revealsADay('enumerator', setting)).toBe(150);
  expect(revealsADay('town', setting)).toBe(40);
});
