const path = require('node:path');

const routesFile = path.resolve(__dirname, '../../src/routes.ts');
const pageOf = (entry) => entry.path?.replaceAll('\\', '/') ?? '';

/** Puts the title of every page, declared once in src/routes.ts, into the page's WeChat configuration. */
module.exports = (ctx) => {
  ctx.modifyMiniConfigs(({ configMap }) => {
    const { routes } = ctx.helper.requireWithEsbuild(routesFile);
    for (const { path: page, title } of Object.values(routes)) {
      const entry = Object.values(configMap).find((one) => pageOf(one).includes(page));
      if (entry) entry.content = { navigationBarTitleText: title, ...entry.content };
    }
  });
};
