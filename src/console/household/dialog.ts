import type { House } from './relations';

/** What every dialog over a household is given. */
export interface HouseDialog {
  house: House;
  onClose: () => void;
  onDone: () => void;
}
