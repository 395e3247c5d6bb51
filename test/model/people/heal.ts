import type { Entry } from '@/outbox';
import type { Play } from '../county/play';

const rounds = 40;

/**
 * The network is perfect from now on and nothing dies any more: what is late arrives, everybody whose work is on a
 * phone signs in there, and time passes until nothing waits. Answers what still waits for no reason.
 */
export async function heal(play: Play): Promise<Entry[]> {
  while (play.network.late() > 0) await play.network.deliver(0);
  for (let round = 1; round <= rounds; round += 1) {
    for (const phone of play.phones) {
      phone.offset = 0;
      for (const who of ownersOn(play, phone)) {
        await play.signIn(phone, who);
        await phone.outbox().flush();
      }
    }
    if (stuck(play).length === 0 && !play.phones.some((phone) => phone.entries().some(isHeld))) return [];
    play.clock.forward(600_000);
  }
  return stuck(play);
}

const isHeld = ({ standing }: Entry): boolean => standing.is === 'held';

/** Waiting though nothing it waits for is refused or held: its author could do nothing about it. */
const stuck = (play: Play): Entry[] =>
  play.phones.flatMap((phone) => {
    const entries = phone.entries();
    const open = new Map(entries.map((entry) => [entry.id, entry]));
    const explained = (entry: Entry): boolean =>
      entry.after.some((id) => {
        const base = open.get(id);
        if (base === undefined) return false;
        return (
          base.standing.is === 'refused' ||
          base.standing.is === 'held' ||
          (base.standing.is === 'waiting' && explained(base))
        );
      });
    return entries.filter((entry) => entry.standing.is === 'waiting' && !explained(entry));
  });

const ownersOn = (play: Play, phone: Play['phones'][number]) => {
  const accounts = new Set(phone.entries().map(({ accountId }) => accountId));
  const staff = (['first', 'second', 'resident'] as const).filter((who) => accounts.has(`a_${who}_${play.world.name}`));
  return staff;
};
