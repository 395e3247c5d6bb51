/** The rules of place: which folder may import which. docs/architecture.md says why. */
const clientFolders = 'form-ui|outbox|platform|client|ui|resident|enumerator|committee|office|console';
const pages = 'resident|enumerator|committee|office|console';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Within the domain a folder may use only those named before it. */
const earlierOnly = (folder, later) =>
  forbid(
    `domain-${folder}-knows-only-what-comes-before`,
    'form < codes < forms; divisions, identity < access < campaign, quality, procurement < operations',
    { path: `^src/domain/${folder}/` },
    { path: `^src/domain/(${later})/` }
  );

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Two files that need each other when they run are one file, or miss a third. A type alone runs nowhere.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    ),
    forbid(
      'domain-is-pure',
      'Phone and cloud both import the domain: no React, no Taro, no Node.',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', '^node_modules/(zod|dayjs)/'] }
    ),
    earlierOnly('form', 'codes|forms|divisions|identity|access|campaign|quality|procurement|operations'),
    earlierOnly('codes', 'forms|divisions|identity|access|campaign|quality|procurement|operations'),
    earlierOnly('forms', 'access|campaign|quality|procurement|operations'),
    earlierOnly('divisions', 'form|codes|forms|access|campaign|quality|procurement|operations'),
    earlierOnly('identity', 'form|forms|access|campaign|quality|procurement|operations'),
    earlierOnly('access', 'form|codes|forms|campaign|quality|procurement|operations'),
    earlierOnly('campaign', 'operations'),
    earlierOnly('quality', 'operations'),
    earlierOnly('procurement', 'operations'),
    forbid(
      'client-never-imports-functions',
      'The phone meets the cloud only through an operation.',
      { path: '^src/' },
      { path: '^cloudfunctions/' }
    ),
    forbid(
      'functions-know-only-the-domain',
      'A cloud function shares the domain with the phone, nothing else.',
      { path: '^cloudfunctions/' },
      { path: `^src/(${clientFolders})/|^src/[^/]+$` }
    ),
    forbid(
      'runtime-never-imports-a-subject',
      'One wrapper for every operation cannot know any of them.',
      { path: '^cloudfunctions/runtime/' },
      { path: '^cloudfunctions/(?!runtime/|store/|edges/|audit/|secrecy/)' }
    ),
    forbid(
      'one-edge-to-cloudbase',
      'The SDK is loaded lazily in one place.',
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/edges/' },
      { path: '^node_modules/@cloudbase/' }
    ),
    forbid(
      'desktop-libraries-stay-in-the-console',
      'Ant Design and echarts would not fit into a phone package.',
      { path: '^src/', pathNot: '^src/console/' },
      { path: '^node_modules/(antd|@ant-design/(?!icons-svg/)|rc-[a-z-]+|echarts|zrender)/' }
    ),
    forbid(
      'console-stays-in-the-browser',
      'No page of the phone may pull in the desktop.',
      { path: '^src/', pathNot: '^src/(console/|app\\.config\\.ts$)' },
      { path: '^src/console/' }
    ),
    forbid(
      'building-blocks-know-no-page',
      'ui, form-ui, outbox and platform serve every kind of user.',
      { path: '^src/(ui|form-ui|outbox|platform|client)/' },
      { path: `^src/(${pages})/` }
    ),
    forbid('ui-knows-no-form', 'ui < form-ui < pages', { path: '^src/ui/' }, { path: '^src/(form-ui|outbox)/' }),
    forbid(
      'one-kind-of-user-one-package',
      'A subpackage of WeChat cannot import from another one.',
      { path: `^src/(${pages})/` },
      { path: `^src/(${pages})/`, pathNot: '^src/$1/' }
    ),
    forbid(
      'nothing-imports-tests',
      'Tests look at the product, never the other way; benchmarks may borrow the browser of the journeys.',
      { path: '^(src|cloudfunctions|config)/', pathNot: '^config/bench/' },
      { path: '^test/' }
    ),
    forbid('imports-resolve', 'An import must exist.', {}, { couldNotResolve: true, pathNot: '\\.(scss|css)$' }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
