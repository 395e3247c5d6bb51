import { momentInWords } from '@/client/words';
import type { OutputOf } from '@/domain/operations/operation';
import { type listMissing, rungs } from '@/domain/operations/publicity/reminder';
import { ListRow, StateTag } from '@/ui';

type Person = OutputOf<typeof listMissing>['items'][number];

interface MissingRowProps {
  person: Person;
  chosen: boolean;
  onToggle: () => void;
}

/** One who is missing: where he lives, what was tried, whether he may be reminded now. */
export function MissingRow({ person, chosen, onToggle }: MissingRowProps) {
  const where = [person.group, person.houseNo].filter(Boolean).join(' ');
  const tried = person.last
    ? `${rungs[person.last.rung]} ${momentInWords(person.last.at)}${person.last.read ? '，已看' : ''}`
    : '还没有提醒过';
  return (
    <ListRow
      name={`missing-${person.personId}`}
      icon={chosen ? 'done' : 'person'}
      title={`${person.name} ${person.idMasked.slice(-4)}`}
      note={[
        where,
        person.state === 'returned' ? '退回待改' : '',
        person.wantsVisit ? '请采集员上门' : '',
        tried,
        person.may ? '' : person.why,
      ]
        .filter(Boolean)
        .join(' · ')}
      value={
        person.may ? (
          chosen ? (
            <StateTag tone="doing">已选</StateTag>
          ) : undefined
        ) : (
          <StateTag tone="plain">现在不提醒</StateTag>
        )
      }
      {...(person.may ? { onPress: onToggle } : {})}
    />
  );
}
