import { momentInWords } from '@/client/words';
import { submitRecord } from '@/domain/operations/collecting/collect';
import type { Entry } from '@/outbox';
import { Card, ListRow, StateTag } from '@/ui';

/** So many of the last ones that arrived are still listed. */
const listed = 20;

/** What has arrived lately, and where a person still has to compare it with what somebody else said. */
export function Arrived({ entries }: { entries: readonly Entry[] }) {
  const arrived = entries.filter(({ standing }) => standing.is === 'received').sort(byArrival);
  if (arrived.length === 0) return null;
  return (
    <Card title={`最近送达 ${arrived.length} 条`} flush>
      {arrived.slice(0, listed).map((entry) => {
        const differs = differenceOf(entry);
        return (
          <ListRow
            key={entry.id}
            name={`arrived-${entry.id}`}
            title={entry.title}
            note={differs ?? momentInWords(new Date(entry.doneAt).toISOString())}
            value={<StateTag tone={differs ? 'doing' : 'done'}>{differs ? '等待核对' : '已送达'}</StateTag>}
          />
        );
      })}
    </Card>
  );
}

const arrivalOf = ({ standing }: Entry): number => (standing.is === 'received' ? standing.at : 0);
const byArrival = (a: Entry, b: Entry): number => arrivalOf(b) - arrivalOf(a);

/** The cloud keeps it beside what somebody else said until a human has chosen: its own sentence about that. */
function differenceOf({ operation, standing }: Entry): string | undefined {
  if (operation !== submitRecord.name || standing.is !== 'received') return undefined;
  const receipt = submitRecord.output.safeParse(standing.reply);
  if (!receipt.success) return undefined;
  const { outcome, next } = receipt.data;
  return outcome === 'conflict' || outcome === 'comparison' ? next : undefined;
}
