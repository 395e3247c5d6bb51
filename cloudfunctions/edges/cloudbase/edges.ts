import type { Settings } from '../../../config/settings';
import type { Clock } from '../../runtime/clock';
import type { Store } from '../../store/port';
import { recordedMessages } from '../messages';
import type { Edges } from '../ports';
import { cloudFiles } from './files';
import { openApi } from './open-api';
import { lazySdk } from './sdk';
import { phoneNumbers, subscribeMessage, unlimitedCode } from './wechat';

interface CloudWorld {
  store: Store;
  clock: Clock;
  settings: Settings;
  /** Milliseconds for one call to the cloud; shorter than every function's own limit. */
  timeout?: number;
}

/** The edges inside CloudBase. Nothing is loaded or reached before the first use. */
export function cloudEdges({ store, clock, settings, timeout = 8_000 }: CloudWorld): Edges {
  const sdk = lazySdk(timeout);
  const call = openApi(sdk);
  const recording = { store, clock, countyCode: settings.COUNTY_CODE };
  return {
    messages: recordedMessages(subscribeMessage(call, settings), recording),
    miniProgramCode: unlimitedCode(call, settings),
    files: cloudFiles(sdk, clock),
    phoneNumbers: phoneNumbers(call),
  };
}
