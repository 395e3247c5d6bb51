export { importRowsDownload } from './download';
export { importInspect } from './inspect';
export { importChanges, importRows } from './listing';
export { importProgress, importResult, importRuns } from './progress';
export { importStart } from './start';
export { importCancel, importResume, importSettleLeaving } from './steer';
export { importTicket } from './ticket';
export { registerImport } from './work/kind';
