import type { Db } from '../../port';

export interface MessageLine {
  messageId: string;
  to: string;
  template: string;
  page: string;
  data: Record<string, string>;
  result: string;
  at: string;
}

/** Messages, newest first. `before` is the moment and id of the last one seen. */
export const listMessages = (
  db: Db,
  countyCode: string,
  filter: { template: string | null; result: string | null; before: [at: string, id: string] | null; limit: number }
): Promise<MessageLine[]> =>
  db.query<MessageLine>(
    `SELECT m.message_id AS "messageId", COALESCE(a.name, '') AS "to", m.template, m.page, m.data, m.result, m.at
     FROM message m LEFT JOIN account a ON a.county_code = m.county_code AND a.account_id = m.account_id
     WHERE m.county_code = $1::text AND ($2::text IS NULL OR m.template = $2::text)
       AND ($3::text IS NULL OR m.result = $3::text)
       AND ($4::timestamptz IS NULL OR (m.at, m.message_id) < ($4::timestamptz, $5::text))
     ORDER BY m.at DESC, m.message_id DESC LIMIT $6::integer`,
    [countyCode, filter.template, filter.result, filter.before?.[0] ?? null, filter.before?.[1] ?? null, filter.limit]
  );
