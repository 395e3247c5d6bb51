/**
 * npm writes into the lock only the optional binaries it could see from this machine, and `npm ci` then fails on
 * every other machine ("Missing: … from lock file"). This adds the names it left out, with the system they are for.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}
interface Lock {
  packages: Record<string, LockEntry>;
}

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'aix', 'sunos', 'openharmony'];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = process.argv[2] ?? 'package-lock.json';
const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
const added = missingOptionals(lock);
Object.assign(lock.packages, Object.fromEntries(added));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted(lock.packages) }, null, 2)}\n`);
console.log(`${added.length} optional packages of other systems added to ${file}`);

function missingOptionals({ packages }: Lock): [string, LockEntry][] {
  return Object.entries(packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, range]): [string, LockEntry][] => {
      const found = resolved(packages, owner, name);
      if (found && fits(found, range)) return [];
      return [[`${found ? `${owner}/` : ''}node_modules/${name}`, standIn(name, range)]];
    })
  );
}

/** Node looks for a package in its owner's own folder first, then in every folder above. */
function resolved(packages: Lock['packages'], owner: string, name: string): LockEntry | undefined {
  const steps = owner.split('/node_modules/');
  const folders = steps.map(
    (_, depth) => `${steps.slice(0, steps.length - depth).join('/node_modules/')}/node_modules`
  );
  return [...folders, 'node_modules'].map((folder) => packages[`${folder}/${name}`]).find(Boolean);
}

/** Binaries are pinned exactly by the package they belong to; a looser range is npm's own business. */
function fits(found: LockEntry, range: string): boolean {
  return !/^\d/.test(range) || found.version === range;
}

function standIn(name: string, range: string): LockEntry {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  return { version: range.replace(/^[~^=]/, ''), optional: true, ...(os.length && { os }), ...(cpu.length && { cpu }) };
}

function sorted(packages: Lock['packages']): Lock['packages'] {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
}
