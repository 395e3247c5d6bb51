import path from 'node:path';
import { StartProblem } from '../cloudfunctions/store/errors';

/**
 * Every setting of the product, once. A setting comes from an environment variable; each has a local default, and
 * production refuses to start without its own where `production` is 'required'. `docs/settings.md` is made from this.
 */
interface Setting<T> {
  /** What a person calls it, for the sentence when it is wrong. */
  label: string;
  /** For the settings page. */
  meaning: string;
  /** Default as text; 'required' only makes sense for production. */
  local: string;
  production: string | 'required';
  /** The value, or the reason why the text is not one. Never quotes the text: it may be a secret. */
  parse(text: string): Parsed<T>;
}

type Parsed<T> = { value: T } | { reason: string };

const setting = <T>(declared: Setting<T>): Setting<T> => declared;

const text = (value: string): Parsed<string> => ({ value });
const optionalText = (value: string): Parsed<string | null> => ({ value: value === '' ? null : value });

const wholeNumber =
  (from: number, to: number) =>
  (value: string): Parsed<number> =>
    /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to
      ? { value: Number(value) }
      : { reason: `要填 ${from} 到 ${to} 之间的整数` };

const oneOf =
  <const T extends readonly string[]>(...allowed: T) =>
  (value: string): Parsed<T[number]> => {
    const found = allowed.find((candidate) => candidate === value);
    return found === undefined ? { reason: `只能填 ${allowed.join('、')} 之一` } : { value: found };
  };

const matching =
  (pattern: RegExp, reason: string) =>
  (value: string): Parsed<string> =>
    pattern.test(value) ? { value } : { reason };

const folder = (value: string): Parsed<string> =>
  value === '' ? { reason: '要填一个文件夹' } : { value: path.resolve(value) };

function moment(value: string): Parsed<Date | null> {
  if (value === '') return { value: null };
  const right =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value));
  return right ? { value: new Date(value) } : { reason: '要写成 2018-01-15T10:00:00+08:00 这样的时间' };
}

function databaseUrl(value: string): Parsed<string | null> {
  if (value === '') return { value: null };
  const parsed = URL.canParse(value) ? new URL(value) : null;
  const right = parsed !== null && /^postgres(ql)?:\/\//.test(value) && parsed.pathname.length > 1;
  return right ? { value } : { reason: '要写成 postgresql://用户:密码@主机:端口/库名' };
}

const template = (label: string, of: string) =>
  setting({
    label,
    meaning: `WeChat's id of the subscribe-message template for ${of}.`,
    local: '',
    production: 'required',
    parse: text,
  });

export const declaredSettings = {
  NODE_ENV: setting({
    label: '运行方式',
    meaning: 'production refuses demo personas, demo people and file-held keys. Must be production inside CloudBase.',
    local: 'development',
    production: 'production',
    parse: oneOf('development', 'test', 'production'),
  }),
  PORT: setting({
    label: '端口',
    meaning: 'Port of the local cloud; 0 takes any free one.',
    local: '8080',
    production: '8080',
    parse: wholeNumber(0, 65_535),
  }),
  LOCAL_TIME: setting({
    label: '演示时间',
    meaning:
      'The moment at which the clock of the local cloud starts, as 2018-01-15T10:00:00+08:00; empty is now. For showing and testing what depends on the hour or the phase; refused in production.',
    local: '',
    production: '',
    parse: moment,
  }),
  HOST: setting({
    label: '监听地址',
    meaning: 'Address the local cloud listens on. Other machines reach it only when this is 0.0.0.0.',
    local: '127.0.0.1',
    production: '127.0.0.1',
    parse: matching(/^[\w.:-]+$/, '要填本机的一个地址，例如 127.0.0.1'),
  }),
  DATA_DIR: setting({
    label: '数据文件夹',
    meaning: 'Folder of the embedded store, keys and files of the local cloud; kept between starts.',
    local: 'data',
    production: 'data',
    parse: folder,
  }),
  DATABASE_URL: setting({
    label: '数据库地址',
    meaning: 'A PostgreSQL server (15 or newer). Empty: the embedded store under DATA_DIR.',
    local: '',
    production: 'required',
    parse: databaseUrl,
  }),
  DATABASE_POOL: setting({
    label: '数据库连接数',
    meaning: 'Connections of one process. A cloud function serves one call at a time and needs one or two.',
    local: '8',
    production: '2',
    parse: wholeNumber(1, 100),
  }),
  COUNTY_CODE: setting({
    label: '县代码',
    meaning: 'Six digits of GB/T 2260; leads every key of the store.',
    local: '522732',
    production: '522732',
    parse: matching(/^\d{6}$/, '要填 6 位行政区划代码'),
  }),
  DIVISION_EDITION: setting({
    label: '区划版本',
    meaning: 'Cut-off date of the village list in use.',
    local: '2018-10-31',
    production: '2018-10-31',
    parse: oneOf('2017-10-31', '2018-10-31', '2023-06-30'),
  }),
  SECRETS_KEYS: setting({
    label: '加密密钥',
    meaning: 'Keys for identity numbers and phones. Empty: made once and kept in DATA_DIR/keys.',
    local: '',
    production: 'required',
    parse: optionalText,
  }),
  WX_TEMPLATE_REMINDER: template('提醒消息模板编号', 'reminders'),
  WX_TEMPLATE_NOTICE: template('公告消息模板编号', 'notices'),
  WX_TEMPLATE_RETURNED: template('退回消息模板编号', 'records returned to their author'),
  WX_MINIPROGRAM_STATE: setting({
    label: '小程序版本',
    meaning: 'Which version of the mini-program a message or code opens.',
    local: 'developer',
    production: 'formal',
    parse: oneOf('developer', 'trial', 'formal'),
  }),
  LOG_LEVEL: setting({
    label: '日志级别',
    meaning: 'all: one line a call; problems: only calls that did not succeed; none: only starts and stops.',
    local: 'all',
    production: 'all',
    parse: oneOf('all', 'problems', 'none'),
  }),
} as const;

type Declared = typeof declaredSettings;
export type SettingName = keyof Declared;
type ValueOf<S> = S extends { parse(text: string): infer Parsed }
  ? Extract<Parsed, { value: unknown }>['value']
  : never;
export type Settings = { readonly [Name in SettingName]: ValueOf<Declared[Name]> };

export const settingNames = Object.keys(declaredSettings) as SettingName[];

/**
 * Reads every setting from the environment.
 * Errors: StartProblem 'settings' with one sentence that names the first setting that is missing or malformed.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const production = env.NODE_ENV === 'production';
  if (!production && env.TENCENTCLOUD_RUNENV === 'SCF') {
    throw wrong('NODE_ENV', '在云开发里运行时必须是 production');
  }
  if (production && (env.LOCAL_TIME ?? '') !== '') throw wrong('LOCAL_TIME', '正式运行时不能设置');
  const entries = settingNames.map((name) => [name, readOne(name, env[name]?.trim() ?? '', production)] as const);
  return Object.fromEntries(entries) as Settings;
}

function readOne(name: SettingName, given: string, production: boolean): unknown {
  const declared: Setting<unknown> = declaredSettings[name];
  const fallback = production ? declared.production : declared.local;
  if (given === '' && fallback === 'required') throw wrong(name, '正式运行时必须设置');
  const parsed = declared.parse(given === '' ? fallback : given);
  if ('reason' in parsed) throw wrong(name, parsed.reason);
  return parsed.value;
}

const wrong = (name: SettingName, reason: string): StartProblem =>
  new StartProblem('settings', `设置 ${name}（${declaredSettings[name].label}）不对：${reason}。请改正后再启动。`);
