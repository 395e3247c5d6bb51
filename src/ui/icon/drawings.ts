import AudioOutlined from '@ant-design/icons-svg/es/asn/AudioOutlined';
import BellOutlined from '@ant-design/icons-svg/es/asn/BellOutlined';
import CalendarOutlined from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import CheckCircleOutlined from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined';
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import CloseOutlined from '@ant-design/icons-svg/es/asn/CloseOutlined';
import CloudSyncOutlined from '@ant-design/icons-svg/es/asn/CloudSyncOutlined';
import DisconnectOutlined from '@ant-design/icons-svg/es/asn/DisconnectOutlined';
import DownOutlined from '@ant-design/icons-svg/es/asn/DownOutlined';
import EditOutlined from '@ant-design/icons-svg/es/asn/EditOutlined';
import ExclamationCircleOutlined from '@ant-design/icons-svg/es/asn/ExclamationCircleOutlined';
import FileTextOutlined from '@ant-design/icons-svg/es/asn/FileTextOutlined';
import HomeOutlined from '@ant-design/icons-svg/es/asn/HomeOutlined';
import InboxOutlined from '@ant-design/icons-svg/es/asn/InboxOutlined';
import InfoCircleOutlined from '@ant-design/icons-svg/es/asn/InfoCircleOutlined';
import LeftOutlined from '@ant-design/icons-svg/es/asn/LeftOutlined';
import PhoneOutlined from '@ant-design/icons-svg/es/asn/PhoneOutlined';
import PlusOutlined from '@ant-design/icons-svg/es/asn/PlusOutlined';
import PrinterOutlined from '@ant-design/icons-svg/es/asn/PrinterOutlined';
import QrcodeOutlined from '@ant-design/icons-svg/es/asn/QrcodeOutlined';
import RightOutlined from '@ant-design/icons-svg/es/asn/RightOutlined';
import SearchOutlined from '@ant-design/icons-svg/es/asn/SearchOutlined';
import SoundOutlined from '@ant-design/icons-svg/es/asn/SoundOutlined';
import TeamOutlined from '@ant-design/icons-svg/es/asn/TeamOutlined';
import UserOutlined from '@ant-design/icons-svg/es/asn/UserOutlined';
import type { AbstractNode, IconDefinition } from '@ant-design/icons-svg/es/types';

interface Drawing {
  viewBox: string;
  paths: string[];
}

/** The icons the phone pages use: one set, the same one the office desktop has. */
export const drawings = {
  bell: drawing(BellOutlined),
  calendar: drawing(CalendarOutlined),
  check: drawing(CheckOutlined),
  clock: drawing(ClockCircleOutlined),
  close: drawing(CloseOutlined),
  done: drawing(CheckCircleOutlined),
  down: drawing(DownOutlined),
  edit: drawing(EditOutlined),
  empty: drawing(InboxOutlined),
  family: drawing(TeamOutlined),
  file: drawing(FileTextOutlined),
  home: drawing(HomeOutlined),
  info: drawing(InfoCircleOutlined),
  left: drawing(LeftOutlined),
  offline: drawing(DisconnectOutlined),
  person: drawing(UserOutlined),
  phone: drawing(PhoneOutlined),
  plus: drawing(PlusOutlined),
  print: drawing(PrinterOutlined),
  qrcode: drawing(QrcodeOutlined),
  readAloud: drawing(SoundOutlined),
  right: drawing(RightOutlined),
  search: drawing(SearchOutlined),
  speak: drawing(AudioOutlined),
  sync: drawing(CloudSyncOutlined),
  warning: drawing(ExclamationCircleOutlined),
} satisfies Record<string, Drawing>;

export type IconName = keyof typeof drawings;

function drawing({ icon }: IconDefinition): Drawing {
  const root = typeof icon === 'function' ? icon('', '') : icon;
  return { viewBox: root.attrs.viewBox ?? '0 0 1024 1024', paths: pathsOf(root) };
}

function pathsOf({ attrs, children = [] }: AbstractNode): string[] {
  return [...(attrs.d ? [attrs.d] : []), ...children.flatMap(pathsOf)];
}
