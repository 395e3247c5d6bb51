import { Flex, Input, Select, Typography } from 'antd';
import { useState } from 'react';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { Behind } from './Behind';
import { Found } from './Found';
import { measureGroups } from './measures';
import { PersonDrawer } from './PersonDrawer';

/** The list behind a figure; or one person, found in the whole county by name or number. */
export default function People() {
  const { home, may } = useDesk();
  const [{ place = home, figure = 'people', person }, go] = useAddress();
  // What is looked for may be an identity number: it never stands in the address.
  const [find, setFind] = useState('');
  const list = (change: { place?: string; figure?: string }) => {
    setFind('');
    go(change);
  };
  const look = (personId: string | undefined) => go({ person: personId }, personId === undefined ? 'replace' : 'push');
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap className="yt-no-print">
        <PlaceSelect value={place} onChange={(code) => list({ place: code })} />
        <Select
          className="at--figure"
          aria-label="哪些人"
          style={{ width: 200 }}
          showSearch
          optionFilterProp="label"
          options={measureGroups}
          value={figure}
          onChange={(value) => list({ figure: value })}
        />
        {may('person.search') && (
          <Input.Search
            className="at--find"
            aria-label="全县查找"
            style={{ width: 260 }}
            placeholder="姓名，或完整身份证号"
            allowClear
            maxLength={60}
            onSearch={(text) => setFind(text.trim())}
          />
        )}
      </Flex>
      {find === '' ? <Behind place={place} figure={figure} onLook={look} /> : <Found text={find} onLook={look} />}
      <Typography.Text type="secondary">
        查看人员信息会留下记录，居民本人可以查到是谁、什么时候、为什么看的。
      </Typography.Text>
      {person !== undefined && <PersonDrawer personId={person} onClose={() => look(undefined)} />}
    </Flex>
  );
}
