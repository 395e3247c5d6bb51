import { functionNames } from '@/domain/operations/operation';
import { functionSettings, triggersOf } from './function-settings';
import { declaredSettings, type SettingName } from './settings';

/** Settings that a function reads in the cloud; the others belong to the local cloud. */
const ofFunctions: readonly SettingName[] = [
  'NODE_ENV',
  'DATABASE_URL',
  'DATABASE_POOL',
  'COUNTY_CODE',
  'DIVISION_EDITION',
  'SECRETS_KEYS',
  'WX_TEMPLATE_REMINDER',
  'WX_TEMPLATE_NOTICE',
  'WX_TEMPLATE_RETURNED',
  'WX_MINIPROGRAM_STATE',
  'LOG_LEVEL',
];

/**
 * `cloudbaserc.json` for `tcb fn deploy --all`, made from the tables of functions, timers and settings. Values that
 * belong to one county come from a file `.env` beside it, which is never committed.
 */
export const cloudbaserc = (): string =>
  `${JSON.stringify(
    {
      version: '2.0',
      envId: '{{env.CLOUDBASE_ENV_ID}}',
      functionRoot: 'dist/functions',
      functions: functionNames.map((name) => ({
        name,
        type: 'event',
        runtime: 'Nodejs20.19',
        handler: 'index.main',
        installDependency: false,
        timeout: functionSettings[name].timeout,
        memorySize: functionSettings[name].memory,
        vpc: { vpcId: '{{env.VPC_ID}}', subnetId: '{{env.SUBNET_ID}}' },
        envVariables: Object.fromEntries(ofFunctions.map((setting) => [setting, shown(setting)])),
        triggers: triggersOf(name),
      })),
    },
    null,
    2
  )}\n`;

/** What every county shares stands in the file; what is its own, or secret, is named only. */
function shown(setting: SettingName): string {
  const { production } = declaredSettings[setting];
  return production === 'required' ? `{{env.${setting}}}` : production;
}
