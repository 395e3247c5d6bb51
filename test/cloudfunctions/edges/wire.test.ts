import { serve } from '../../../cloudfunctions/runtime/serve';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { wire } from '../../../cloudfunctions/wire';
import { statementLog } from '../../doubles/statement-log';

const place = Symbol.for('yingtong.services');
const before = { ...process.env };
const call = { operation: 'account.none', input: {}, requestId: 'r'.repeat(20) };
let written: string[];

beforeEach(() => {
  written = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...before };
  Reflect.deleteProperty(globalThis, place);
});

describe('a function that cannot start', () => {
  it('asks to try again, and its log names the setting and not its value', async () => {
    process.env = { ...before, NODE_ENV: 'production', DATABASE_URL: 'postgres:hunter2' };
    expect(await serve([], { wire })(call, {})).toMatchObject({ ok: false, problem: { code: 'call.busy' } });
    expect(written.join('')).toContain('设置 DATABASE_URL');
    expect(written.join('')).not.toContain('hunter2');
  });

  it('without production settings does not fall back to anything local', async () => {
    process.env = { ...before, NODE_ENV: 'test', DATABASE_URL: '', SECRETS_KEYS: '' };
    await expect(wire()).rejects.toThrow('DATABASE_URL 和 SECRETS_KEYS');
  });

  it('tries again with the next call', async () => {
    const log: unknown[] = [];
    const given = { store: statementLog().store, log: (line: unknown) => log.push(line) } as unknown as Services;
    let tries = 0;
    const main = serve([], {
      wire: async () => {
        tries += 1;
        if (tries === 1) throw new Error('database away');
        return given;
      },
    });
    expect(await main(call, {})).toMatchObject({ problem: { code: 'call.busy' } });
    expect(await main(call, {})).toMatchObject({ problem: { code: 'call.unknownOperation' } });
    await main(call, {});
    expect(tries).toBe(2);
    expect(written.join('')).not.toContain('database away');
  });
});
