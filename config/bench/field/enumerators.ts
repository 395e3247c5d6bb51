import { undertakingText } from '@/domain/access';
import { digest } from '../../../cloudfunctions/runtime/digest';
import type { Services } from '../../../cloudfunctions/runtime/services';

export interface BenchEnumerator {
  account: string;
  post: string;
  session: string;
}

/** So many enumerators who may collect anywhere in the benched county, each signed in. */
export async function benchEnumerators(
  { store, county: { countyCode } }: Services,
  count: number
): Promise<BenchEnumerator[]> {
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  const everyone = Array.from({ length: count }, (_, place) => ({
    account: `a_field_${place}`,
    post: `t_field_${place}`,
    session: `session-of-field-enumerator-${place}`,
  }));
  await store.copyIn(
    'account',
    ['county_code', 'account_id', 'name', 'created_at'],
    everyone.map(({ account }) => [countyCode, account, '采集员（示例）', now])
  );
  await store.copyIn(
    'post',
    ['county_code', 'post_id', 'account_id', 'role', 'title', 'starts_on', 'undertaking_version', 'created_at'],
    everyone.map(({ account, post }) => [
      countyCode,
      post,
      account,
      'enumerator',
      '示例',
      '2017-12-01',
      undertakingText.version,
      now,
    ])
  );
  await store.copyIn(
    'post_scope',
    ['county_code', 'post_id', 'division_code', 'starts_at'],
    everyone.map(({ post }) => [countyCode, post, countyCode, now])
  );
  await store.copyIn(
    'session',
    ['county_code', 'token_hash', 'account_id', 'channel', 'created_at', 'expires_at'],
    everyone.map(({ account, session }) => [countyCode, digest(session), account, 'local', now, later])
  );
  await store.read((db) => db.script('ANALYZE'));
  return everyone;
}
