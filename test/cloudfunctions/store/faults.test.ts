import { withAttempts } from '../../../cloudfunctions/store/attempts';
import { StoreUnavailable } from '../../../cloudfunctions/store/errors';
import { isSpoilt, storeError } from '../../../cloudfunctions/store/faults';

const driver = (code: string, more: object = {}) =>
  Object.assign(new Error('Key (name)=(秘密) already exists'), { code, detail: '秘密', ...more });

test.each([
  ['53100', 'full'],
  ['ENOSPC', 'full'],
  ['57014', 'timeout'],
  ['53300', 'busy'],
  ['55P03', 'busy'],
  ['40P01', 'busy'],
  ['57P01', 'connection'],
  ['08006', 'connection'],
  ['28P01', 'connection'],
  ['3D000', 'connection'],
  ['ECONNREFUSED', 'connection'],
  ['ETIMEDOUT', 'connection'],
])('%s means that the store is not available: %s', (code, reason) => {
  const error = storeError(driver(code), 'SELECT 1');
  expect(error).toMatchObject({ name: 'StoreUnavailable', reason, code });
  expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toContain('秘密');
});

test('what is neither a conflict nor unavailable keeps the statement and not the values', () => {
  const error = storeError(driver('42703'), 'SELECT\n  nothing FROM nowhere');
  expect(error).toMatchObject({ name: 'StoreFailure', code: '42703', statement: 'SELECT nothing FROM nowhere' });
  expect(`${error.message}${error.stack}`).not.toContain('秘密');
  expect(storeError(error, 'another')).toBe(error);
});

test('a broken connection or a stale plan is not handed to the next caller', () => {
  expect(isSpoilt(storeError(driver('57P01'), ''))).toBe(true);
  expect(isSpoilt(storeError(driver('0A000', { routine: 'RevalidateCachedQuery' }), ''))).toBe(true);
  expect(isSpoilt(storeError(driver('57014'), ''))).toBe(false);
  expect(isSpoilt(storeError(driver('0A000', { routine: 'elsewhere' }), ''))).toBe(false);
});

describe('work that met somebody else', () => {
  const failing = (code: string, times: number) => {
    let tries = 0;
    return async () => {
      tries += 1;
      if (tries <= times) throw storeError(driver(code), '');
      return tries;
    };
  };

  test('runs again, five times at most', async () => {
    expect(await withAttempts(failing('40001', 4))).toBe(5);
    await expect(withAttempts(failing('40P01', 5))).rejects.toThrow(StoreUnavailable);
  });

  test('does not run again for any other reason', async () => {
    await expect(withAttempts(failing('57014', 1))).rejects.toMatchObject({ reason: 'timeout' });
    await expect(withAttempts(failing('23505', 1))).rejects.toMatchObject({ kind: 'unique' });
  });
});
