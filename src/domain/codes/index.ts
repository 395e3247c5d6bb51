/**
 * The lists every form needs. Areas and identity prefixes are separate modules (`codes/areas`, `codes/id-prefixes`),
 * so that a package that does not ask for them does not carry them.
 */
export type { CodeItem, CodeList } from './codes';
export { commonEthnic } from './lists/ethnic';
export {
  type Code,
  type CodeListId,
  codeItem,
  codeLabel,
  codeList,
  codeListIds,
  isCode,
} from './registry';
