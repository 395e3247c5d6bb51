import { escapeHtml, sheet } from './html';

interface Board {
  village: string;
  groups: readonly { group: string; people: number; done: number }[];
  /** The deadline in words; empty when there is none any more. */
  deadline: string;
  callback: string;
  day: string;
  code: string;
}

/** Below this a figure would point at a person everyone in the village knows. */
const fewest = 3;

const style = `
table { width: 100%; border-collapse: collapse; margin: 4mm 0; }
th, td { padding: 1.6mm 3mm; border: .75pt solid #5b6783; text-align: right; }
th { background: #eef1f8; font-weight: bold; }
th:first-child, td:first-child { text-align: left; }
tr { break-inside: avoid; }
.foot { display: flex; gap: 8mm; align-items: center; margin-top: 6mm; break-inside: avoid; }
.foot img { width: 38mm; height: 38mm; }
p { margin: 0 0 2mm; }`;

/** For the board of the village: figures by group and how to declare. No names, no house numbers, no figure under three. */
export function boardPage({ village, groups, deadline, callback, day, code }: Board): string {
  const title = `${village}就业信息采集进度`;
  const total = groups.reduce((sum, { people, done }) => ({ people: sum.people + people, done: sum.done + done }), {
    people: 0,
    done: 0,
  });
  const hidden = hiddenGroups(groups);
  const rows = groups.map((one) => row(one.group === '' ? '未分组' : one.group, one, hidden.has(one))).join('');
  const until =
    deadline === ''
      ? ''
      : `<p>请在<b>${escapeHtml(deadline)}</b>前填报。在外务工的家人也要填，可以自己用微信填，也可以请家里人代填。</p>`;
  return sheet(
    title,
    style,
    `<h1>${escapeHtml(title)}</h1><p>截至${escapeHtml(day)}</p>
<table><thead><tr><th>村民组</th><th>应填人数</th><th>已填人数</th><th>未填人数</th></tr></thead><tbody>${rows}
${row('合计', total, isFew(total))}</tbody></table>${until}
<div class="foot"><img alt="扫码填报" src="${code}"><div><p>微信扫一扫，几分钟填完。</p><p>${escapeHtml(callback)}</p></div></div>`
  );
}

interface Figures {
  people: number;
  done: number;
}

const isFew = ({ people, done }: Figures): boolean =>
  (people > 0 && people < fewest) || (people - done > 0 && people - done < fewest);

/** A single hidden line could be told from the total, so then the one with the fewest left is hidden with it. */
function hiddenGroups<Group extends Figures>(groups: readonly Group[]): Set<Group> {
  const hidden = new Set(groups.filter(isFew));
  const [second] = groups
    .filter((one) => !hidden.has(one))
    .sort((one, other) => one.people - one.done - (other.people - other.done));
  if (hidden.size === 1 && second !== undefined) hidden.add(second);
  return hidden;
}

function row(name: string, { people, done }: Figures, hidden: boolean): string {
  const left = people - done;
  const figures = hidden ? [atLeast(people), '—', left < fewest ? `不足${fewest}人` : '—'] : [people, done, left];
  return `<tr><td>${escapeHtml(name)}</td>${figures.map((figure) => `<td>${figure}</td>`).join('')}</tr>`;
}

const atLeast = (people: number): string => (people < fewest ? `不足${fewest}人` : String(people));
