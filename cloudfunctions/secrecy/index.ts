export { blindIndex, type IndexKind } from './blind-index';
export { derive } from './derive';
export { keyIdOf, openBytes, type Place, SecrecyFault, sealBytes } from './envelope';
export { type Key, type Keys, keySet, type Purpose, type Unwrap } from './keys';
export { fileKeys } from './keys-file';
export { newKeysText, readKeys, withNewKey } from './keys-text';
export { openSecrecy, type Secrecy } from './secrecy';
export { type CounterMode, chooseSuite, librarySuite, nodeSuite, type Suite, suite } from './suite';
