import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { placeTree } from '../parts/places';
import { useDesk } from './use-post';

interface PlaceSelectProps {
  value: string;
  onChange: (code: string) => void;
  /** 9 leaves the villages out. */
  digits?: 9 | 12;
  width?: number;
}

/** County, town or village, within the places of the post; typing finds it. */
export function PlaceSelect({ value, onChange, digits = 12, width = 220 }: PlaceSelectProps) {
  const { account, post } = useDesk();
  const { edition, name } = account.county;
  const tree = useMemo(() => {
    const whole = placeTree(post.scopes, edition, name);
    return digits === 12 ? whole : whole.map(withoutVillages);
  }, [post.scopes, edition, name, digits]);
  return (
    <TreeSelect
      className="at--place"
      aria-label="地区"
      style={{ width }}
      popupMatchSelectWidth={280}
      showSearch
      treeNodeFilterProp="title"
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      treeData={tree}
      value={value}
      onChange={onChange}
    />
  );
}

const withoutVillages = (node: ReturnType<typeof placeTree>[number]): ReturnType<typeof placeTree>[number] =>
  node.value.length === 9 || node.children === undefined
    ? { value: node.value, title: node.title }
    : { ...node, children: node.children.map(withoutVillages) };
