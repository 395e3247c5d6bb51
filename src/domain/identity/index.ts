export {
  addDays,
  ageOn,
  birthdayOfAge,
  daysBetween,
  daysIn,
  isCalendarDate,
  localDay,
  localHour,
  localTime,
} from './calendar';
export { type CreditCodeReading, creditCheckDigit, readCreditCode } from './credit-code';
export { idCheckDigit } from './id-check-digit';
export { type IdHolder, type IdNumberReading, readIdNumber, type Sex, upgradeOldNumber } from './id-number';
export { type IdNumberFault, idNumberSentences } from './id-number-sentences';
export { idTypeOf } from './id-type';
export { holdsIdentity } from './in-text';
export { maskIdNumber, maskName, maskPhone } from './mask';
export { longestName, type NameFault, type NameReading, normalizeName, readName } from './name';
export { withinOneEdit } from './name-distance';
export { nameKey } from './name-key';
export { type OrganisationCodeReading, organisationCheckDigit, readOrganisationCode } from './organisation-code';
export { type PhoneReading, readPhone } from './phone';
export { plainCode, toHalfWidth, withoutSpaces } from './plain-text';
export { type RegistrationNumberReading, readRegistrationNumber, registrationCheckDigit } from './registration-number';
export { isSampleIdNumber, sampleIdNumber, sampleNumbersADay } from './sample-id-number';
