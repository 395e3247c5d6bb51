/**
 * Does the work while no other tab of this browser does work of the same name; waits for its turn. Browsers keep such
 * locks for pages over https only; elsewhere a lease in localStorage serves, which two tabs could at worst both hold
 * for a moment: what is done under it must bear that.
 */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator
    ? navigator.locks.request(`yingtong/${name}`, work).then((value) => value as T)
    : underLease(`lease/${name}`, work);
}

/** ms; a tab that died holds its lease no longer than this. */
const lease = 10_000;
const me = Math.random().toString(36).slice(2);

async function underLease<T>(key: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(key))) await pause(250);
  const renewing = setInterval(() => write(key), lease / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    localStorage.removeItem(key);
  }
}

async function taken(key: string): Promise<boolean> {
  const [holder, since] = (localStorage.getItem(key) ?? '').split(' ');
  if (holder && holder !== me && Math.abs(Date.now() - Number(since)) < lease) return false;
  write(key);
  // Another tab may have written at the same moment: the last word holds.
  await pause(30);
  return localStorage.getItem(key)?.startsWith(`${me} `) ?? false;
}

const write = (key: string): void => localStorage.setItem(key, `${me} ${Date.now()}`);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
