import { personalForm } from '@/domain/forms';
import { choose, giveBack, type Play, reassign, setForm } from '../county/play';
import type { Sending, Step } from '../schedule/step';
import { add, amend, fetch, fill, knock, phoneAt, withdraw } from './acts';

/** What a step of the schedule does. Whatever fails in it fails as it would for people: the phone says so, or dies. */
export async function perform(play: Play, step: Step): Promise<void> {
  play.clock.forward(1000);
  const phone = 'phone' in step ? phoneAt(play, step.phone) : undefined;
  switch (step.do) {
    case 'fill':
      return fill(play, step);
    case 'knock':
      return knock(play, step);
    case 'add':
      return add(play, step);
    case 'amend':
      return amend(play, step.phone, step.write);
    case 'withdraw':
      return withdraw(play, step.phone, step.write);
    case 'send':
      return send(play, step);
    case 'together':
      return together(play, step);
    case 'deliver':
      return play.network.deliver(step.which);
    case 'fetch':
      return phone && fetch(play, phone);
    case 'restart':
      return phone?.start();
    case 'reboot':
      return phone?.reboot();
    case 'setClock':
      if (phone) phone.offset += step.minutes * 60_000;
      return;
    case 'wait':
      return play.clock.forward(step.seconds * 1000);
    case 'endSession':
      return phone && play.endSession(phone);
    case 'signIn':
      return phone && play.signIn(phone);
    case 'lend':
      // The resident's own phone is lent to nobody of the staff.
      if (phone === undefined || phone.owner.who === 'resident') return;
      return play.signIn(phone, phone.owner.who === 'first' ? 'second' : 'first');
    case 'reassign':
      return reassign(play, step.village === 0 ? 0 : 1);
    case 'newForm':
      return setForm(personalForm.version + 1, step.expires ? personalForm.version + 1 : personalForm.acceptsFrom);
    case 'choose':
      return choose(play, step.side);
    case 'giveBack':
      return giveBack(play, play.world.persons[step.person] ?? '');
  }
}

/** Two phones at once; one phone alone meets a late call of its own. */
function together(play: Play, { first, second, turns }: Extract<Step, { do: 'together' }>): Promise<void> {
  const other = first.phone === second.phone ? () => play.network.deliver(0) : () => send(play, second);
  return play.cloud.turns.run([() => send(play, first), other], turns);
}

async function send(play: Play, { phone: index, fates, statement, write }: Sending): Promise<void> {
  const phone = phoneAt(play, index);
  play.journeys.set(phone, { fates: [...fates], trip: { statements: 0, fault: statement } });
  await phone.attempt(write, (outbox) => outbox.flush());
  play.journeys.delete(phone);
}
