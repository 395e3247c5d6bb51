/** A4 upright. Black lines and system faces only: it is copied, signed and filed. */
export const sheetStyle = `
@page { size: A4 portrait; margin: 9mm 10mm 9mm }
* { box-sizing: border-box }
body { margin: 0; color: #000; background: #fff; font: 9pt/1.3 "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif }
.sheet { width: 190mm; margin: 0 auto }
h1 { margin: 0 0 2mm; font: 700 17pt/1.3 "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; letter-spacing: .04em; text-align: center }
.above { display: flex; justify-content: space-between; margin: 0 0 1.5mm; font-size: 9pt }
table.form { width: 100%; border-collapse: collapse; table-layout: fixed; border: 1.2pt solid #000 }
table.form > tbody { border-top: 1.2pt solid #000 }
tbody.overleaf { break-before: page }
table.form > tbody > tr { break-inside: avoid; page-break-inside: avoid }
table.form td, table.form th { border: .5pt solid #000; padding: .35mm .8mm; vertical-align: middle; overflow-wrap: anywhere }
table.form th { font-weight: 400; text-align: center; background: #f4f4f4; -webkit-print-color-adjust: exact; print-color-adjust: exact }
table.form td { height: 6.3mm }
th.block { padding: 1mm 0; font: 700 10.5pt/1.25 "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif }
th.block span { display: block; width: 1em; margin: 0 auto }
.boxes { display: inline-flex; margin-right: 1mm; vertical-align: middle }
.boxes i { width: 4.3mm; height: 4.6mm; margin-left: -.5pt; border: .5pt solid #000; font: 9pt/4.4mm "Consolas", "Menlo", monospace; text-align: center; font-style: normal }
.tick { display: inline-block; margin-right: .6em; white-space: nowrap }
.pen { color: #000 }
.unit { float: right }
table.inner { width: 100%; border-collapse: collapse }
td:has(> table.inner), td.wide { padding: 0 }
table.inner td, table.inner th { height: 5.6mm; font-size: 8pt }
.promise { margin: 2mm 0 0; font-size: 9pt }
.signatures { display: flex; flex-wrap: wrap; justify-content: space-between; margin-top: 4mm; break-inside: avoid }
.signatures div { margin-bottom: 2mm }
.signatures b { display: inline-block; width: 22mm; border-bottom: .5pt solid #000; font-weight: 400 }
.foot { margin-top: 1mm; font-size: 8pt; line-height: 1.4 }
`;
