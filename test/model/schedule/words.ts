import type { Sending, StatementFault, Step, WriteFault } from './step';

const who = ['手机1(甲)', '手机2(甲)', '手机3(乙)', '手机4(本人)'];
const phoneName = (phone: number): string => who[phone] ?? `手机${phone + 1}`;

/** A step as one line for whoever reads a schedule that failed. */
export function words(step: Step): string {
  switch (step.do) {
    case 'fill':
      return `${phoneName(step.phone)} fills in person ${step.person}: ${JSON.stringify(step.fields)}${writing(step.write)}`;
    case 'knock':
      return `${phoneName(step.phone)} notes outcome ${step.outcome} at person ${step.person}${writing(step.write)}`;
    case 'add':
      return `${phoneName(step.phone)} adds somebody ${step.numbered ? 'with' : 'without'} a number${writing(step.write)}`;
    case 'amend':
      return `${phoneName(step.phone)} puts the first refused entry right${writing(step.write)}`;
    case 'withdraw':
      return `${phoneName(step.phone)} gives the first refused entry up${writing(step.write)}`;
    case 'send':
      return sendingWords(step);
    case 'together':
      return `at once [${sendingWords(step.first)}] and [${sendingWords(step.second)}] in turns ${step.turns.join('')}`;
    case 'deliver':
      return `the network delivers late call ${step.which}`;
    case 'fetch':
      return `${phoneName(step.phone)} fetches its villages`;
    case 'restart':
      return `${phoneName(step.phone)} starts its program anew`;
    case 'reboot':
      return `${phoneName(step.phone)} is switched off and on`;
    case 'setClock':
      return `${phoneName(step.phone)} has its clock moved by ${step.minutes} min`;
    case 'wait':
      return `${step.seconds} s pass`;
    case 'endSession':
      return `the sign-in of ${phoneName(step.phone)} ends`;
    case 'signIn':
      return `${phoneName(step.phone)} signs in`;
    case 'lend':
      return `another person signs in on ${phoneName(step.phone)}`;
    case 'reassign':
      return `village ${step.village} goes to the other enumerator`;
    case 'newForm':
      return `a new version of the form${step.expires ? '; the older one expires' : ''}`;
    case 'choose':
      return `the town settles the oldest comparison for the ${step.side} answers`;
    case 'giveBack':
      return `the town gives the record of person ${step.person} back`;
  }
}

const sendingWords = ({ phone, fates, statement, write }: Sending): string =>
  `${phoneName(phone)} sends (${fates.join(', ') || 'all arrives'}${cloud(statement)})${writing(write)}`;

const cloud = (fault: StatementFault | undefined): string => {
  if (fault === undefined) return '';
  if (fault.how === 'busy') return `; the store is busy at statement ${fault.at}`;
  return `; the cloud dies ${fault.how} statement ${fault.at}`;
};

const writing = (fault: WriteFault | undefined): string => {
  if (fault === undefined) return '';
  if (fault.how === 'full') return `, no room at write ${fault.at}`;
  return `, the phone dies ${fault.how} write ${fault.at}`;
};
