import { Button, DatePicker, Flex, Input, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { auditByActor, auditByPerson, auditByTime } from '@/domain/operations/office/audit';
import { useKeyedPages } from '../parts/use-keyed-pages';
import { useAddress } from '../shell/address';
import { Chain } from './Chain';
import { Entries } from './Entries';
import { Subjects } from './Subjects';

/** Who did or looked at what, by person, by account, by time; and whether the trail is whole. */
export default function Audit() {
  const [{ person, account, name, from, to }, go] = useAddress();
  // What is looked for may be an identity number: it never stands in the address.
  const [text, setText] = useState('');
  const stretch = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return (
    <Flex vertical gap={12}>
      <Chain />
      <Flex gap={12} align="center">
        <Input.Search
          style={{ width: 380 }}
          allowClear
          maxLength={60}
          placeholder="居民姓名或完整身份证号，或工作人员姓名"
          onSearch={(typed) => setText(typed.trim())}
        />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          onChange={(days) => go({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
        {(person ?? account) && (
          <>
            <Tag color="blue">{name ?? (person ? '这位居民' : '这个账号')}</Tag>
            <Button onClick={() => go({ person: undefined, account: undefined, name: undefined })}>看全部</Button>
          </>
        )}
      </Flex>
      {text.length >= 2 && (
        <Subjects
          text={text}
          onChosen={(chosen) => {
            setText('');
            go({ person: undefined, account: undefined, ...chosen });
          }}
        />
      )}
      {person ? (
        <ByPerson personId={person} stretch={stretch} />
      ) : account ? (
        <ByActor accountId={account} stretch={stretch} />
      ) : (
        <ByTime stretch={stretch} />
      )}
    </Flex>
  );
}

interface Stretch {
  stretch: { from?: string; to?: string };
}

const ByPerson = ({ personId, stretch }: Stretch & { personId: string }) => (
  <Entries pages={useKeyedPages(auditByPerson, { personId, ...stretch })} />
);
const ByActor = ({ accountId, stretch }: Stretch & { accountId: string }) => (
  <Entries pages={useKeyedPages(auditByActor, { accountId, ...stretch })} />
);
const ByTime = ({ stretch }: Stretch) => <Entries pages={useKeyedPages(auditByTime, stretch)} />;
