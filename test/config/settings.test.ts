import { readFileSync } from 'node:fs';
import path from 'node:path';
import { declaredSettings, readSettings, settingNames } from '../../config/settings';
import { settingsPage } from '../../config/settings-page';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://yingtong:pw@db:5432/county',
  SECRETS_KEYS: 'k1',
  WX_TEMPLATE_REMINDER: 'a',
  WX_TEMPLATE_NOTICE: 'b',
  WX_TEMPLATE_RETURNED: 'c',
};
const sentenceOf = (env: Record<string, string>): string => {
  try {
    readSettings(env);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'started';
};

describe('settings', () => {
  it('have a local default each, so that nothing needs to be set', () => {
    expect(readSettings({})).toMatchObject({
      NODE_ENV: 'development',
      PORT: 8080,
      DATA_DIR: path.resolve('data'),
      DATABASE_URL: null,
      COUNTY_CODE: '522732',
      DIVISION_EDITION: '2018-10-31',
    });
  });

  it('are taken from the environment, without the spaces around them', () => {
    expect(readSettings({ PORT: ' 9000 ', DATA_DIR: '/srv/yingtong', DATABASE_POOL: '16' })).toMatchObject({
      PORT: 9000,
      DATA_DIR: '/srv/yingtong',
      DATABASE_POOL: 16,
    });
    expect(readSettings(production).DATABASE_URL).toBe(production.DATABASE_URL);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', '127.0.0.1; rm'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/db'],
    ['DATABASE_URL', 'postgresql://host'],
    ['DATABASE_POOL', '0'],
    ['COUNTY_CODE', '52273'],
    ['DIVISION_EDITION', '2019-01-01'],
    ['NODE_ENV', 'prod'],
    ['WX_MINIPROGRAM_STATE', 'release'],
    ['LOG_LEVEL', 'debug'],
  ])('%s=%s stops the start with one sentence that names it and not its value', (name, value) => {
    const sentence = sentenceOf({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^设置 ${name}（.+）不对：.+。请改正后再启动。$`));
    expect(sentence).not.toContain('hunter2');
  });

  const needed = settingNames.filter((name) => declaredSettings[name].production === 'required');
  it('production needs a database, keys and the message templates', () => {
    expect(needed).toEqual([
      'DATABASE_URL',
      'SECRETS_KEYS',
      'WX_TEMPLATE_REMINDER',
      'WX_TEMPLATE_NOTICE',
      'WX_TEMPLATE_RETURNED',
    ]);
    expect(sentenceOf(production)).toBe('started');
  });
  it.each(needed)('production without %s does not start', (name) => {
    expect(sentenceOf({ ...production, [name]: ' ' })).toMatch(
      new RegExp(`^设置 ${name}（.+）不对：正式运行时必须设置`)
    );
  });

  it('a cloud function that was not told it is in production does not start', () => {
    expect(sentenceOf({ TENCENTCLOUD_RUNENV: 'SCF' })).toContain('NODE_ENV');
  });

  it('stand in docs/settings.md as declared', () => {
    expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsPage());
  });
});
