import { type ExportPurposeName, exportPurpose } from '@/domain/access';
import { localDay, localHour } from '@/domain/identity';
import { csvLine } from '@/domain/register/csv';

interface Marked {
  purpose: ExportPurposeName;
  place: string;
  name: string;
  rows: number;
  at: Date;
}

const momentOf = (at: Date): string => {
  const minutes = String(at.getUTCMinutes()).padStart(2, '0');
  return `${localDay(at)} ${String(localHour(at)).padStart(2, '0')}:${minutes}`;
};

/** The first line of every file: whoever finds it knows whose it was, what for and how long it should be. */
export const headerLine = ({ purpose, place, name, rows, at }: Marked): string =>
  csvLine([
    `【内部资料 请勿外传】${place} ${exportPurpose(purpose).title} 导出人：${name} 生成时间：${momentOf(at)} 共 ${rows} 行`,
  ]);

/** The same in the name under which it is saved, with the moment it was taken. */
export const fileNameOf = ({ purpose, place, name, rows, at }: Marked): string =>
  `${plain(place)}_${exportPurpose(purpose).title}_${plain(name)}_${momentOf(at).replace(/[-:]/g, '').replace(' ', '-')}_${rows}行.csv`;

/** What no file system takes becomes an underscore. */
const plain = (text: string): string => text.replace(/[\\/:*?"<>|\s]/g, '_');
