import { submitRecord } from '@/domain/operations/collecting/collect';
import { main } from '../../../cloudfunctions/collect';
import { benchCounty } from '../county';
import { peakMemory, percentile, rate, timed } from '../measure';
import { heading, line, number } from '../print';
import { onEachStore } from '../stores';
import { option } from '../suite';
import { rawInsert } from '../suites/raw-insert';
import { due } from '../suites/submissions';
import { benchEnumerators } from './enumerators';
import { benchPhone, keepForm, received } from './phone';

/** Forms of an enumerator's day, and how many enumerators come back into the network at the same moment. */
const formsOfDay = 40;

/** What a day's forms cost on the wire, and how the cloud takes two hundred phones at once, beside the raw insert. */
export async function measureSync(args: readonly string[]): Promise<void> {
  const people = option(args, 'people', 24_000);
  const enumerators = option(args, 'enumerators', 200);
  const each = option(args, 'forms', 20);
  heading('-- collect.sync');
  await onEachStore(async (store) => {
    const county = await benchCounty(store, people);
    const next = await due(store, people);
    const [first, ...others] = await benchEnumerators(county.services, enumerators + 1);
    if (first === undefined) throw new Error('nobody collects');

    const day = await benchPhone(first);
    for (let form = 0; form < formsOfDay; form += 1) await keepForm(day, next());
    await day.outbox.flush();
    received(day);
    const bytes = day.calls.reduce((sum, { sent, answered }) => sum + sent + answered, 0);
    line(
      `a day's ${formsOfDay} forms`,
      `${day.calls.length} requests of 10`,
      `${number(bytes / 1000, 'KB', 0)} of 300`
    );

    const raw = await rawInsert(county.services, async () => {
      const input = next();
      const reply = await county.call(main, submitRecord, input);
      if (!reply.ok) throw new Error(`a submission was refused: ${reply.problem.code}`);
      return input;
    });
    const ceiling = await rate(32, 1500, raw);

    const phones = await Promise.all(others.map(benchPhone));
    for (const phone of phones) for (let form = 0; form < each; form += 1) await keepForm(phone, next());
    const [memory, [milliseconds]] = await peakMemory(() =>
      timed(() => Promise.all(phones.map(({ outbox }) => outbox.flush())))
    );
    const taken = phones.reduce((sum, phone) => sum + received(phone), 0);
    const took = phones.flatMap(({ calls }) => calls.map((call) => call.milliseconds));
    const perSecond = (taken * 1000) / milliseconds;
    line('raw insert, 32 callers', number(ceiling.perSecond, '/s', 0), `p95 ${number(ceiling.p95, 'ms')}`);
    line(
      `${enumerators} enumerators at once, ${each} forms each`,
      number(perSecond, 'forms/s', 0),
      `${((100 * perSecond) / ceiling.perSecond).toFixed(0)} % of raw`,
      `p95 ${number(percentile(took, 0.95) / 1000, 's a batch')}`,
      `+${number(memory, 'MB', 0)}`
    );
  });
}
