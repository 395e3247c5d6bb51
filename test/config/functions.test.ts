import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { functionNames } from '@/domain/operations/operation';
import { templates } from '../../cloudfunctions/edges/templates';
import { cloudbaserc } from '../../config/cloudbaserc';
import { functionSettings } from '../../config/function-settings';
import { bundleFunctions, subjects } from '../../config/functions';
import { declaredSettings } from '../../config/settings';
import { timers } from '../../config/timers';
import { cloudDouble } from '../doubles/cloudbase/server';

const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

describe('cloudbaserc.json', () => {
  const { version, functionRoot, functions } = JSON.parse(cloudbaserc());

  it('deploys every function from its bundle, each with a time limit of its own', () => {
    expect([version, functionRoot]).toEqual(['2.0', 'dist/functions']);
    expect(functions.map(({ name }: { name: string }) => name)).toEqual([...functionNames]);
    for (const { timeout, runtime, installDependency, handler } of functions) {
      expect({ runtime, installDependency, handler }).toEqual({
        runtime: 'Nodejs20.19',
        installDependency: false,
        handler: 'index.main',
      });
      expect(timeout).toBeGreaterThanOrEqual(10);
    }
  });

  it('holds no secret, and names what production needs', () => {
    for (const { envVariables } of functions) {
      expect(envVariables.NODE_ENV).toBe('production');
      for (const [name, { production }] of Object.entries(declaredSettings)) {
        if (production === 'required') expect(envVariables[name]).toBe(`{{env.${name}}}`);
      }
    }
  });

  it('sets each timer with seven fields', () => {
    const set = functions.flatMap(({ triggers }: { triggers: { name: string; config: string }[] }) => triggers);
    expect(set.map(({ name }: { name: string }) => name)).toEqual(timers.map(({ name }) => name));
    for (const { config } of set) expect(config.split(' ')).toHaveLength(7);
  });
});

it('the deployment page speaks of every timer, template and setting that production needs', () => {
  const page = read('docs/deployment.md');
  for (const { name } of timers) expect(page).toContain(`| ${name} |`);
  for (const { title, places } of Object.values(templates)) {
    expect(page).toContain(`| ${title} | ${Object.values(places)[0]} `);
    for (const place of Object.values(places)) expect(page).toContain(place);
  }
  for (const [name, { production }] of Object.entries(declaredSettings)) {
    if (production === 'required') expect(page).toContain(`${name}=`);
  }
});

it('every message template has a setting that holds its id', () => {
  for (const { setting } of Object.values(templates)) expect(declaredSettings[setting].production).toBe('required');
});

describe('the bundles', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
    await bundleFunctions(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are one file a function beside its settings, with nothing to install', () => {
    expect(readdirSync(folder).sort()).toEqual([...subjects()].sort());
    for (const name of subjects()) {
      expect(readdirSync(path.join(folder, name)).sort()).toEqual([
        'config.json',
        'index.js',
        'package.json',
        'sdk.js',
      ]);
      expect(JSON.parse(read(folder, name, 'config.json'))).toMatchObject({
        timeout: functionSettings[name].timeout,
        permissions: { openapi: functionSettings[name].openapi },
      });
      expect(JSON.parse(read(folder, name, 'package.json'))).not.toHaveProperty('dependencies');
    }
  });

  it('need nothing but Node, and neither WeChat’s SDK nor the embedded store before its first use', () => {
    for (const name of subjects()) {
      const needed = [...read(folder, name, 'index.js').matchAll(/require\("([^"]+)"\)/g)].map(([, module]) => module);
      const foreign = needed.filter((module) => !module?.startsWith('node:') && !builtin.has(module ?? ''));
      expect([...new Set(foreign)].sort()).toEqual(['./sdk.js', '@electric-sql/pglite', 'pg-native']);
    }
  });

  it('carry an SDK that speaks to the cloud', async () => {
    const cloud = await cloudDouble();
    const script = `
      const sdk = require(${JSON.stringify(path.join(folder, subjects()[0] ?? '', 'sdk.js'))});
      const app = sdk.init({ env: 'test-env', secretId: 'id', secretKey: 'key', serviceUrl: '${cloud.url}/admin' });
      app.getTempFileURL({ fileList: ['cloud://test-env.bucket/a'] }).then(({ fileList }) => console.log(fileList[0].code));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env: { TENCENTCLOUD: 'true' } });
    await cloud.close();
    expect(stdout.trim()).toBe('STORAGE_FILE_NONEXIST');
  });

  it('hold nothing of the client', () => {
    for (const name of subjects()) expect(read(folder, name, 'index.js')).not.toMatch(/@tarojs|react-dom|antd/);
  });
});

const builtin = new Set(require('node:module').builtinModules as string[]);
