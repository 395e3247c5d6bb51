import { spokenSlipCode } from '@/domain/campaign/household';
import { escapeHtml, sheet } from '../paper/html';

export interface Slip {
  householdNo: string;
  /** Village and group, house number where there is one. */
  address: string;
  /** Covered name of the head. */
  head: string;
  code: string;
  /** data: address of the picture. */
  picture: string;
}

interface Told {
  slips: readonly Slip[];
  village: string;
  /** The last day of choosing in words; '' when there is none any more. */
  until: string;
  callback: string;
}

const aSheet = 8;

const style = `
@page { size: A4; margin: 8mm; }
body { max-width: none; font-size: 9.5pt; line-height: 1.45; }
.page { display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: repeat(4, 70mm); break-after: page; }
.page:last-child { break-after: auto; }
.slip { padding: 3.5mm 5mm 3mm; border: .5pt dashed #8a94ad; overflow: hidden; display: flex; flex-direction: column; }
.slip h2 { margin: 0 0 1.5mm; color: #27408b; font-size: 12.5pt; line-height: 1.2; text-align: center; }
.slip .who { margin: 0 0 1.5mm; padding-bottom: 1.5mm; border-bottom: .75pt solid #c8932b; }
.slip .body { display: flex; gap: 4mm; flex: 1; min-height: 0; }
.slip img { width: 28mm; height: 28mm; flex: none; }
.slip ol { margin: 0; padding-left: 4.5mm; font-size: 8.7pt; line-height: 1.32; }
.slip .code { margin: 0 0 1mm; font: bold 12.5pt/1.3 "DejaVu Sans Mono", Consolas, monospace; letter-spacing: 1pt; white-space: nowrap; }
.slip .code span { font: 9pt/1.3 "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; letter-spacing: 0; }
.slip .foot { margin: 0; color: #4b5670; font-size: 8pt; line-height: 1.35; }`;

/** Eight slips an A4 sheet, cut along the dashes; nothing on one that would tell a finder who lives there. */
export function slipPage(told: Told): string {
  const pages: string[] = [];
  for (let at = 0; at < told.slips.length; at += aSheet) {
    const slips = told.slips.slice(at, at + aSheet).map((slip) => slipHtml(slip, told));
    pages.push(`<div class="page">${slips.join('\n')}</div>`);
  }
  const body = pages.length === 0 ? '<p>这里没有可以打印的户。</p>' : pages.join('\n');
  return sheet(`${told.village}入户告知单`, style, body);
}

function slipHtml({ householdNo, address, head, code, picture }: Slip, { until, callback }: Told): string {
  const no = householdNo === '' ? '' : `户号 ${escapeHtml(householdNo)} · `;
  const choose =
    until === ''
      ? '随时可以自己填报；不方便的，采集员会上门。'
      : `<b>${escapeHtml(until)}</b>前可以自己填，也可以请采集员上门；过期没填的，采集员会上门。`;
  return `<section class="slip"><h2>就业信息采集入户告知单</h2>
<p class="who">${no}户主 ${escapeHtml(head)}<br>${escapeHtml(address)}</p>
<div class="body"><img alt="扫码填报" src="${picture}">
<ol><li>微信扫左边的码，或在小程序里输入下面的号码。</li><li>用自己的姓名和身份证号核对，别人看不到您家的信息。</li><li>${choose}</li></ol></div>
<p class="code"><span>告知单号码 </span><b>${spokenSlipCode(code)}</b></p>
<p class="foot">填报不收任何费用，不会索要银行卡号和验证码。采集员上门会出示采集员证，可以扫码查验。${escapeHtml(callback)}</p></section>`;
}
