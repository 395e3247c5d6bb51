import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Marks of the libraries that only the office desktop uses: a phone does not carry them into the field. */
const deskOnly = /ant-table|zrender/;

/**
 * Writes `sw.js` into a finished H5 build: the phone's pages open without network, also after a reload. Built files
 * never change under their hashed names, so they are answered from the phone; the first page is asked for from the
 * network while there is one. Calls of functions are never kept.
 */
export function writeServiceWorker(folder: string): void {
  const files = builtFiles(folder).filter((file) => !deskOnly.test(readFileSync(path.join(folder, file), 'utf8')));
  const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
  writeFileSync(path.join(folder, 'sw.js'), script(version, files));
}

const builtFiles = (folder: string): string[] =>
  ['js', 'css']
    .flatMap((kind) => readdirSync(path.join(folder, kind)).map((name) => `${kind}/${name}`))
    .filter((file) => /\.(js|css)$/.test(file) && statSync(path.join(folder, file)).isFile())
    .sort();

const script = (version: string, files: readonly string[]): string => `const kept = 'yingtong-${version}';
const files = ${JSON.stringify(['./', ...files.map((file) => `./${file}`)])};
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('./')));
    return;
  }
  if (/\\/(js|css)\\//.test(url.pathname)) {
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
  }
});
`;
