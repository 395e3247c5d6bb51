/**
 * WeChat runs a page's code in a layer without any DOM. jest-environment-jsdom has one (the view half of the
 * simulator needs it), so each built file is wrapped in a function that hides those names from it.
 */
const hidden = [
  'window',
  'document',
  'frames',
  'self',
  'parent',
  'top',
  'location',
  'navigator',
  'history',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'MutationObserver',
  'IntersectionObserver',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'Element',
  'HTMLElement',
  'Node',
  'Event',
  'CustomEvent',
  'Blob',
  'File',
  'FormData',
  'URL',
  'URLSearchParams',
  'crypto',
  'Image',
  'MessageChannel',
  'Intl',
];

const layer = `new Proxy(globalThis, { get: (all, name) => (${JSON.stringify(hidden)}.includes(name) ? undefined : all[name]) })`;

module.exports = {
  process: (source) => ({
    code: `(function (globalThis, global, ${hidden.join(', ')}) {${source}\n}).apply(undefined, [${layer}, ${layer}]);`,
  }),
};
