import Cascader from '@taroify/core/cascader';
import { useState } from 'react';
import type { FieldProps } from './FieldFrame';
import { PickerField } from './PickerField';

/** A place and the places in it; a leaf has no children. */
export interface AreaNode {
  code: string;
  name: string;
  children?: AreaNode[];
}

interface AreaFieldProps extends FieldProps {
  /** The codes from the widest place to the chosen one; empty when there is no answer. */
  value: readonly string[];
  /** The chosen places, the widest first. Comes when a place without children was pressed. */
  onChange: (path: AreaNode[]) => void;
  /** From outside in: 省 > 市 > 县, or 镇 > 村. */
  tree: readonly AreaNode[];
}

const names = { label: 'name', value: 'code', children: 'children' };

export function AreaPickerField({ value, onChange, tree, ...frame }: AreaFieldProps) {
  const shown = pathOf(tree, value)
    .map(({ name }) => name)
    .join(' ');
  return (
    <PickerField
      {...frame}
      shown={shown}
      icon="down"
      picker={(close) => (
        <Places
          tree={tree}
          value={value}
          onDone={(path) => {
            onChange(path);
            close();
          }}
        />
      )}
    />
  );
}

interface PlacesProps {
  tree: readonly AreaNode[];
  value: readonly string[];
  onDone: (path: AreaNode[]) => void;
}

function Places({ tree, value, onDone }: PlacesProps) {
  const [codes, setCodes] = useState<string[]>([...value]);
  return (
    <Cascader
      value={codes}
      options={tree as AreaNode[]}
      fieldNames={names}
      animated={false}
      ellipsis={false}
      onSelect={setCodes}
      onChange={(chosen) => onDone(pathOf(tree, chosen))}
    />
  );
}

/** The places named by the codes, as far as the tree knows them. */
export function pathOf(tree: readonly AreaNode[], codes: readonly string[]): AreaNode[] {
  const [first, ...rest] = codes;
  const node = tree.find(({ code }) => code === first);
  return node ? [node, ...pathOf(node.children ?? [], rest)] : [];
}
