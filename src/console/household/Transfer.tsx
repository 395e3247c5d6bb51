import { App, Checkbox, Form } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { requestTransfer } from '@/domain/operations/people/register-moves';
import { ReasonDialog } from '../acts/ReasonDialog';
import { useDesk } from '../post/use-post';
import { VillageSelect } from '../post/VillageSelect';
import type { HouseDialog } from './dialog';
import { FindHousehold } from './FindHousehold';
import { isThere, memberLabel } from './relations';

interface Typed {
  people: string[];
  toVillage: string;
  toHousehold?: string;
}

/** Some or all of a household move to another village of the county. */
export function Transfer({ house, onClose, onDone }: HouseDialog) {
  const ask = useCommand(requestTransfer);
  const { message } = App.useApp();
  const moving = house.members.filter(isThere);
  const send = async (reason: string, { people, toVillage, toHousehold }: Typed) => {
    const asked = await ask.run({
      personIds: people,
      toVillage,
      ...(toHousehold === undefined ? {} : { toHousehold }),
      reason,
    });
    if (asked === undefined) return;
    message.success(
      asked.state === 'done'
        ? `已迁移，${people.length} 人。`
        : '已申请，等现在所在的村（居）答复；可在“村间迁移”里查看。',
      6
    );
    onDone();
  };
  return (
    <ReasonDialog<Typed>
      title="迁往别的村（居）"
      action="迁移"
      width={720}
      busy={ask.busy}
      problem={ask.problem}
      initialValues={{ people: moving.map(({ personId }) => personId) }}
      fields={
        <>
          <Form.Item
            name="people"
            label="迁走的人（全户迁走时户号不变）"
            rules={[{ required: true, type: 'array', min: 1, message: '请至少选一人' }]}
          >
            <Checkbox.Group
              className="yt-stacked"
              options={moving.map((member) => ({ value: member.personId, label: memberLabel(member) }))}
            />
          </Form.Item>
          <Form.Item name="toVillage" label="迁往" rules={[{ required: true, message: '请选择迁往的村（居）' }]}>
            <VillageSelect />
          </Form.Item>
          <Destination except={house.householdId} />
        </>
      }
      onAct={(reason, typed) => void send(reason, typed)}
      onClose={onClose}
    />
  );
}

/** A household they join there, when the post may see that village; else they make one of their own. */
function Destination({ except }: { except: string }) {
  const { post } = useDesk();
  const form = Form.useFormInstance<Typed>();
  const village: string | undefined = Form.useWatch('toVillage');
  const chosen: string | undefined = Form.useWatch('toHousehold');
  const seen = village !== undefined && post.scopes.some(({ code }) => village.startsWith(code));
  return (
    <Form.Item name="toHousehold" label="并入那里的哪一户（不选为自立一户）" hidden={!seen}>
      {village !== undefined && seen && (
        <FindHousehold
          key={village}
          village={village}
          except={except}
          chosen={chosen}
          onChoose={(householdId) => form.setFieldValue('toHousehold', householdId)}
        />
      )}
    </Form.Item>
  );
}
