/**
 * Runs the mini-program that `npm run build:weapp` built: real page files, WeChat's own template compiler and
 * component engine, in jest. There is no layout and no CSS here; text, events, storage and calls are real.
 *
 * Controls are found by the class suffix every one carries for this purpose: `name="submit"` on a building
 * block of src/ui puts the class `at--submit` on it.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { load, type RootComponent, render } from 'miniprogram-simulate';
import { type CloudHandler, newPhone, type Phone, wxOf } from './wx';

export const dist = path.resolve(__dirname, '../../dist/weapp');

type Methods = Record<string, (...args: unknown[]) => unknown>;
type PageConfig = Record<string, unknown> & { data?: object; behaviors?: unknown[] };
type Simulated = RootComponent<object, Record<string, never>, Methods>;
interface OpenPage {
  url: string;
  component: Simulated;
  call: (method: string, ...args: unknown[]) => unknown;
}

export interface MiniProgram {
  phone: Phone;
  /** `openPage('resident/home/index', { village: '…' })`: opens it as WeChat would and waits for its first picture. */
  openPage(path: string, query?: Record<string, string>): Promise<void>;
  tap(name: string): Promise<void>;
  input(name: string, value: string): Promise<void>;
  change(name: string, value: unknown): Promise<void>;
  stubCloud(handler: CloudHandler): void;
  /** All text on the page in front. */
  text(): string;
  /** The address of the page in front. */
  url(): string;
  has(name: string): boolean;
  /** Waits until the page in front shows the words; fails with what it shows instead. */
  sees(words: string): Promise<void>;
  dom(): Element;
  /** What WeChat was given for the first element with this class: its aria attributes, its style. */
  attributes(className: string): Record<string, unknown>;
}

const steady = async (done: () => boolean, tries = 500): Promise<boolean> => {
  for (let turn = 0; turn < tries; turn += 1) {
    if (done()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return done();
};

/** One mini-program on one phone; call it once a test file, before any page is opened. */
export function boot(phone: Phone = newPhone(), root = dist): MiniProgram {
  const pages: OpenPage[] = [];
  const scope = globalThis as unknown as Record<string, unknown>;
  let app: Methods = {};
  let opening: Promise<void> | undefined;

  scope.wx = wxOf(phone, (how, url) => {
    if (how === 'navigateTo') pages.at(-1)?.call('onHide');
    if (how === 'redirectTo' || how === 'navigateBack') close();
    if (how === 'reLaunch') while (pages.length) close();
    if (how === 'navigateBack') pages.at(-1)?.call('onShow');
    else opening = open(url);
  });
  scope.App = (config: Methods) => {
    app = config;
  };
  scope.getApp = () => app;
  scope.getCurrentPages = () => pages.map(({ url, component }) => ({ ...component.instance, route: bare(url) }));
  scope.Page = (config: PageConfig) => defineAsComponent(scope, config);

  if (!existsSync(path.join(root, 'app.js'))) throw new Error(`${root} is missing: run npm run build:weapp first.`);
  require(path.join(root, 'app.js'));
  const launch = { path: '', query: {}, scene: 1001 };
  app.onLaunch?.(launch);
  app.onShow?.(launch);

  // WeChat runs each file once and makes every page of that address from it; so does this.
  const definitions = new Map<string, string>();
  const usingComponents: Record<string, string> = {};
  for (const name of ['comp', 'custom-wrapper'])
    if (existsSync(path.join(root, `${name}.js`))) usingComponents[name] = definitionOf(name);

  function definitionOf(file: string): string {
    const known = definitions.get(file);
    if (known) return known;
    const id = load(path.join(root, file), { rootPath: root, compiler: 'official', usingComponents });
    definitions.set(file, id);
    return id;
  }

  async function open(url: string): Promise<void> {
    const component = render(definitionOf(bare(url))) as unknown as Simulated;
    component.attach(document.body.appendChild(document.createElement('div')));
    const methods = component.instance as unknown as Methods;
    const page: OpenPage = {
      url,
      component,
      call: (method, ...args) => methods[method]?.apply(component.instance, args),
    };
    pages.push(page);
    page.call('onLoad', queryOf(url));
    page.call('onShow');
    page.call('onReady');
    if (!(await steady(() => (component.dom?.textContent ?? '') !== ''))) throw new Error(`${url} shows nothing.`);
  }

  function close(): void {
    const page = pages.pop();
    page?.call('onUnload');
    page?.component.detach();
  }

  function front(): OpenPage {
    const page = pages.at(-1);
    if (!page) throw new Error('No page is open.');
    return page;
  }

  const dom = (): Element => {
    const element = front().component.dom;
    if (!element) throw new Error(`${front().url} has no content.`);
    return element;
  };
  const find = (name: string): Element | null => dom().querySelector(`[class*="at--${name} "], [class$="at--${name}"]`);

  async function fire(name: string, type: string, detail: object): Promise<void> {
    if (!(await steady(() => find(name) !== null, 25))) throw new Error(`No “${name}” on ${front().url}: ${text()}`);
    dispatch(find(name), type, detail);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await opening;
  }

  const text = (): string => dom().textContent ?? '';

  return {
    phone,
    openPage: (page, query = {}) => open(`/${page}?${new URLSearchParams(query).toString()}`),
    tap: (name) => fire(name, 'tap', {}),
    input: (name, value) => fire(name, 'input', { value }),
    change: (name, value) => fire(name, 'change', { value }),
    stubCloud: (handler) => {
      phone.handler = handler;
    },
    text,
    url: () => front().url,
    has: (name) => find(name) !== null,
    sees: async (words) => {
      if (!(await steady(() => text().includes(words))))
        throw new Error(`Expected “${words}” on ${front().url}: ${text()}`);
    },
    dom,
    attributes: (className) => attributesOf(front().component.toJSON() as Rendered, className) ?? {},
  };
}

/** WeChat lets a page be a component: its functions become methods, its data stays. */
function defineAsComponent(scope: Record<string, unknown>, config: PageConfig): void {
  const methods = Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'function'));
  const define = scope.Component as (options: object) => void;
  define({ data: config.data, options: config.options, behaviors: config.behaviors ?? [], methods });
}

/** The engine keeps its own element behind each DOM node; only events sent to that one reach the page. */
function dispatch(node: Element | null, type: string, detail: object): void {
  const exparser: Exparser = require('miniprogram-exparser');
  const target = (node as (Element & { __wxElement?: object }) | null)?.__wxElement;
  if (!target) throw new Error('The simulator has no element behind this node.');
  const extraFields = { touches: [], changedTouches: [] };
  const event = exparser.Event.create(type, detail, { bubbles: true, composed: true, capturePhase: true, extraFields });
  exparser.Event.dispatchEvent(target, event);
}

interface Exparser {
  Event: {
    create(type: string, detail: object, options: object): object;
    dispatchEvent(target: object, event: object): void;
  };
}

interface Rendered {
  attrs: { name: string; value: unknown }[];
  children: Rendered[];
}

function attributesOf(node: Rendered, className: string): Record<string, unknown> | undefined {
  const own = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]));
  if (
    String(own.class ?? '')
      .split(' ')
      .includes(className)
  )
    return own;
  for (const child of node.children ?? []) {
    const found = attributesOf(child, className);
    if (found) return found;
  }
  return undefined;
}

const bare = (url: string): string => url.replace(/^\//, '').replace(/\?.*$/, '');
const queryOf = (url: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''));
