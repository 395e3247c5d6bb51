import { escapeHtml, sheet } from './html';

interface Poster {
  title: string;
  issuer: string;
  content: { greeting: string; paragraphs: readonly string[]; callback: string };
  /** YYYY-MM-DD. */
  day: string;
  /** data: address of the picture. */
  code: string;
}

const style = `
p { margin: 0 0 3mm; text-indent: 2em; text-align: justify; }
p.greeting { text-indent: 0; font-weight: bold; }
.foot { display: flex; gap: 8mm; align-items: center; margin-top: 8mm; padding-top: 6mm; border-top: 1.5pt solid #c8932b; break-inside: avoid; }
.foot img { width: 42mm; height: 42mm; }
.foot p { text-indent: 0; }
.sign { margin-left: auto; text-align: right; }`;

/** The poster of a notice: words, the code that opens it, whom to call, who signs. */
export function posterPage({ title, issuer, content, day, code }: Poster): string {
  const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
  const greeting = content.greeting === '' ? '' : `<p class="greeting">${escapeHtml(content.greeting)}</p>`;
  const [year, month, date] = day.split('-').map(Number);
  const foot = `<div class="foot"><img alt="扫码查看" src="${code}"><div><p>微信扫一扫，看公告、自己填报。</p>${paragraph(content.callback)}</div>
<div class="sign"><p>${escapeHtml(issuer)}</p><p>${year}年${month}月${date}日</p></div></div>`;
  return sheet(
    title,
    style,
    `<h1>${escapeHtml(title)}</h1>${greeting}${content.paragraphs.map(paragraph).join('\n')}${foot}`
  );
}
