import { Problem } from '@/domain/problem';

/** What is wrong with a file, and what to do about it. `{line}` and the like stand for details. */
const sentences = {
  empty: '文件是空的。请确认选对了文件，重新上传。',
  noRows: '文件里只有表头，没有人员。请确认选对了文件。',
  oversize: '文件超过 {limit} MB。请按镇（街道）分成几个文件导入。',
  html: '这其实是网页，不是表格（有些系统导出的“Excel”就是网页）。请用 WPS 或 Excel 打开，另存为 .xlsx 再上传。',
  xml: '这是旧式的 XML 表格。请用 WPS 或 Excel 打开，另存为 .xlsx 再上传。',
  oldExcel: '这是旧版 Excel（.xls），或者加了打开密码。请用 WPS 或 Excel 打开，去掉密码，另存为 .xlsx 再上传。',
  pdf: '这是 PDF，不是表格。请向提供单位要 .xlsx 或 .csv 文件。',
  archive: '这是压缩包，不是表格。请解压后上传里面的 .xlsx 或 .csv 文件。',
  binary: '这不是文字表格，读不出内容。请上传 .xlsx 或 .csv 文件。',
  notWorkbook: '文件里没有工作表，可能是文档或压缩包改了后缀。请用 WPS 或 Excel 打开确认，另存为 .xlsx 再上传。',
  binaryWorkbook: '这是二进制工作簿（.xlsb）。请用 WPS 或 Excel 打开，另存为 .xlsx 再上传。',
  truncated: '文件不完整，可能没有传完或下载中断。请重新取得文件再上传。',
  encrypted: '文件加了密码。请去掉密码，另存后再上传。',
  bomb: '文件解开后大得不正常，已停止读取。请用 WPS 或 Excel 另存为新的 .xlsx 再上传。',
  damaged: '工作簿内部有损坏（{part}）。请用 WPS 或 Excel 打开并另存为新的 .xlsx 再上传。',
  tooManyTexts: '工作簿里的文字太多，装不下。请另存为“CSV UTF-8”，或按镇（街道）分成几个文件。',
  tooManyRows: '工作表超过 {limit} 行，多半是大量空行。请删去数据下面的空行，另存后再上传。',
  tooManyColumns: '第 {line} 行超过 {limit} 列，不像人员名册。请检查是否选对了文件。',
  noSheet: '没有名为“{sheet}”的工作表，请重新选择。',
  mixedEncoding:
    '第 {line} 行的文字编码与前面不同（前面是 {before}，这一行是 {here}），多半是几个文件拼在一起。请分别另存为“CSV UTF-8”后再合并。',
  badBytes: '第 {line} 行有读不出的文字（文件编码是 {encoding}）。请用 WPS 或 Excel 打开，另存为“CSV UTF-8”再上传。',
  longLine: '第 {line} 行太长，不像人员名册。请检查是否选对了文件。',
  openQuote: '第 {line} 行的引号没有配对，后面的内容会错位。请补上或删去多余的引号。',
  roundedNumbers:
    '身份证号这一列被表格软件当成了数字，末几位已经变成 0，恢复不了。请从原系统重新导出，把这一列设为“文本”。',
  noHeader: '没有找到表头。请保留写有“姓名”“身份证号”等字样的一行。',
  headersChanged: '文件的表头与开始导入时不同。请重新上传并核对各列。',
} as const;

export type FileFault = keyof typeof sentences;

/** A problem that names what is wrong with the file. Details are lines, limits and names of sheets, never content. */
export function fileProblem(fault: FileFault, details: Readonly<Record<string, string | number>> = {}): Problem {
  const reason = sentences[fault].replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? ''));
  return new Problem('import.file', { reason, fault });
}
