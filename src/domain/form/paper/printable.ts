import type { FormDefinition } from '../declare/form';
import { escapeHtml, valueCell } from './cell';
import { gridColumns, type SheetBlock, type SheetItem, sheetBlocks } from './grid';
import type { PaperCopy } from './paper';
import { sheetStyle } from './sheet-style';

export interface PrintOptions {
  /** Receipt or record number, above the table. */
  number?: string;
  /** Who fills in and signs, e.g. ['本人（代答人）签字', '采集员签字', '带领村干部签字']. */
  signatures?: readonly string[];
  /** Small print at the foot. */
  foot?: string;
}

const signatures: Readonly<Record<string, readonly string[]>> = {
  personal: ['本人（代答人）签字', '采集员签字', '带领村干部签字'],
  employer: ['填表人签字', '单位负责人签字（盖章）', '采集员签字'],
};

/**
 * The county's paper form as one A4 HTML page set, ready for the browser's print. Whatever was not answered stays as a
 * blank for the pen. Identifiers are printed as the copy has them: masked unless it was made with `secrets: 'shown'`.
 */
export function printable(paper: PaperCopy, form: FormDefinition, options: PrintOptions = {}): string {
  const blocks = sheetBlocks(paper, form).map(blockRows).join('');
  const columns = `<colgroup><col style="width:8mm">${'<col>'.repeat(gridColumns)}</colgroup>`;
  const signing = (options.signatures ?? signatures[paper.form] ?? [])
    .map((who) => `<div>${escapeHtml(who)}：<b>&#8203;</b></div>`)
    .join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title><style>${sheetStyle}</style></head>
<body><main class="sheet">
<h1>${escapeHtml(paper.title)}</h1>
<div class="above"><span>编号：${escapeHtml(options.number ?? '')}</span><span>表式版本：第 ${paper.version} 版</span><span>填表日期：${chineseDay(paper.madeOn)}</span></div>
<table class="form">${columns}${blocks}</table>
<p class="promise">本表内容已经核对，情况属实；只用于就业服务和统计，依法保密。</p>
<div class="signatures">${signing}<div>日期：<b>&#8203;</b></div></div>
<p class="foot">${escapeHtml(options.foot ?? '填表说明：□ 内打“√”；方格填代码；没有的项目不填。')}</p>
</main></body></html>`;
}

/** An empty sheet for the pen. */
export function blankPaper(form: FormDefinition, today: string): PaperCopy {
  const sections = form.blocks.map(({ id, title }) => ({ id, title, lines: [] }));
  return { form: form.name, version: form.version, title: form.title, madeOn: today, sections };
}

function blockRows({ title, rows, overleaf }: SheetBlock): string {
  const head = `<th class="block" rowspan="${rows.length}"><span>${escapeHtml(title)}</span></th>`;
  return `<tbody${overleaf ? ' class="overleaf"' : ''}>${rows.map((row, place) => `<tr>${place === 0 ? head : ''}${row.map(itemCells).join('')}</tr>`).join('')}</tbody>`;
}

function itemCells(item: SheetItem): string {
  return `<th colspan="${item.labelSpan}">${escapeHtml(item.label)}</th><td colspan="${item.valueSpan}">${valueCell(item)}</td>`;
}

const chineseDay = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
