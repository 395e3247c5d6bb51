export { arrayReader } from './arrays';
export { batches, copyInto, copyText } from './copy-text';
export { hexText, json, type Parameter, parameter } from './parameters';
export { type Reader, readerOf } from './results';
