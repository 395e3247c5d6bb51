import { allRoles, type Reach, reachOf, roles, type Verb, verbs } from '@/domain/access';
import { allOperations } from '@/domain/operations';

const reachInWords: Record<Reach, string> = { self: '本人', scope: '范围内', county: '全县' };

/** docs/access.md: who may do what, from the one role table; and every operation with its verb. */
export function accessPage(): string {
  const names = Object.keys(verbs) as Verb[];
  const head = ['动作', ...allRoles.map((role) => roles[role])];
  const rows = names.map((verb) => [
    `${verbs[verb]} \`${verb}\``,
    ...allRoles.map((role) => {
      const reach = reachOf(role, verb);
      return reach === undefined ? '' : reachInWords[reach];
    }),
  ]);
  const operations = allOperations.map(({ name, title, verb, kind, discloses }) => [
    `\`${name}\``,
    title,
    verb === 'anyone' ? '不用登录' : verb === 'signedIn' ? '登录即可' : `\`${verb}\``,
    kind === 'command' ? '改动' : '查看',
    discloses ? '是' : '',
  ]);
  return [
    '# Access',
    '',
    'Made by `npm run docs` from `src/domain/access/grants.ts` and `src/domain/operations`. 本人 = one’s own account and family;',
    '范围内 = under the post’s division codes while they hold; 全县 = only a post whose scope is the county; empty = refused.',
    '',
    '## Roles and verbs',
    '',
    ...table(head, rows),
    '',
    '## Operations',
    '',
    'Disclosing operations need the confidentiality undertaking and leave an audit row for each look.',
    '',
    ...table(['operation', '名称', 'verb', 'kind', 'discloses'], operations),
    '',
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];
