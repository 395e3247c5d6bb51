import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { type PlaceNode, placeTree } from '../parts/places';
import { useDesk } from './use-post';

interface VillageSelectProps {
  value?: string;
  onChange?: (code: string) => void;
}

/** One village of the whole county: people may move beyond the places of the post. */
export function VillageSelect({ value, onChange }: VillageSelectProps) {
  const { account } = useDesk();
  const { code, edition, name } = account.county;
  const tree = useMemo(() => placeTree([{ code, name }], edition, name).map(villagesOnly), [code, edition, name]);
  return (
    <TreeSelect
      className="at--to-village"
      showSearch
      treeNodeFilterProp="title"
      treeDefaultExpandedKeys={[code]}
      placeholder="按名称查找，或按镇（街道）展开"
      treeData={tree}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
    />
  );
}

const villagesOnly = (node: PlaceNode): PlaceNode & { selectable: boolean } => ({
  ...node,
  selectable: node.value.length === 12,
  ...(node.children ? { children: node.children.map(villagesOnly) } : {}),
});
