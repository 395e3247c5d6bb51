/** Text as HTML shows it: nobody's words become markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** An A4 page that prints as it looks; no script, nothing loaded from elsewhere. */
export const sheet = (title: string, style: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; color: #1b2333; font: 15pt/1.75 "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; }
h1 { margin: 0 0 6mm; color: #27408b; font-size: 26pt; line-height: 1.35; text-align: center; }
${style}
</style></head><body>${body}</body></html>`;
