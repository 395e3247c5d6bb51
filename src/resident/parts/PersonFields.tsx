import { placePath, villageTree } from '@/form-ui';
import { AreaPickerField, IdNumberField, TextField } from '@/ui';

export interface TypedPerson {
  name: string;
  idNumber: string;
  villageCode: string;
}

interface PersonFieldsProps {
  value: TypedPerson;
  onChange: (value: TypedPerson) => void;
  edition: string;
  /** One without an identity number gets other questions instead. */
  withoutNumber?: boolean;
}

/** Who it is: name, number, and the village in case the register does not know him. */
export function PersonFields({ value, onChange, edition, withoutNumber = false }: PersonFieldsProps) {
  const set = (change: Partial<TypedPerson>) => onChange({ ...value, ...change });
  return (
    <>
      <TextField
        name="name"
        label="姓名"
        hint="和身份证上一样，中间的点也要写"
        value={value.name}
        onChange={(name) => set({ name })}
        max={50}
      />
      {!withoutNumber && (
        <IdNumberField
          name="idNumber"
          label="公民身份号码"
          value={value.idNumber}
          onChange={(idNumber) => set({ idNumber })}
        />
      )}
      <AreaPickerField
        name="village"
        label="户籍所在的镇、村（居）"
        hint="户口本上的地方，不是现在打工的地方"
        optional
        tree={villageTree(edition)}
        value={placePath('village', value.villageCode, edition)}
        onChange={(path) => set({ villageCode: path[path.length - 1]?.code ?? '' })}
      />
    </>
  );
}
