const path = require('node:path');
const { ariaOf } = require('./attributes');

/**
 * Taro drops aria attributes from the WeChat templates without a word. This plugin declares them
 * twice, as Taro needs: for the template that is generated and for the runtime that names its slots.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, ariaOf());
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'));
    },
  });
};
