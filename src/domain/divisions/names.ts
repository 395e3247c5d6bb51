/** Characters that people and fonts exchange in the names of this county. */
const variants: readonly string[] = ['干幹', '硐峒洞', '扬杨', '覃潭', '岜芭', '脑垴'];

const exchanged = new RegExp(`[${variants.map((group) => group.slice(1)).join('')}]`);
const standard = new Map<string, string>();
for (const [first = '', ...others] of variants.map((group) => Array.from(group))) {
  for (const other of others) standard.set(other, first);
}

/** One spelling for names that differ only by an exchanged character: 元幹 and 元干, 高硐 and 高峒. */
export function foldVariants(name: string): string {
  // Most texts hold none of these characters; imports fold hundreds of names a row.
  if (!exchanged.test(name)) return name;
  return Array.from(name, (character) => standard.get(character) ?? character).join('');
}

/** How many characters two names share: new villages often took one character of each old name (中化 + 拉海 → 中海). */
export function sharedCharacters(one: string, other: string): number {
  const left = Array.from(other);
  return Array.from(one).filter((character) => {
    const place = left.indexOf(character);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  }).length;
}
