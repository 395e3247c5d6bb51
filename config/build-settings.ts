/**
 * What the pages are built with: read by `npm run build:weapp` and written into the mini-program, so nothing secret.
 * Each may be empty: the first environment is used, and messages are not asked for.
 * A file of its own: Taro translates only what lies in config/, and settings.ts reaches beyond it.
 */
export const buildSettings = {
  TARO_APP_CLOUD_ENV: 'Id of the CloudBase environment the mini-program calls.',
  TARO_APP_WX_TEMPLATE_REMINDER: 'The same id as WX_TEMPLATE_REMINDER, to ask the person for consent.',
  TARO_APP_WX_TEMPLATE_NOTICE: 'The same id as WX_TEMPLATE_NOTICE.',
  TARO_APP_WX_TEMPLATE_RETURNED: 'The same id as WX_TEMPLATE_RETURNED.',
} as const;
