/** Reads PostgreSQL's text form of an array, `{1,NULL,"a \"quoted\" word",{2,3}}`, item by item. */
export function arrayReader(read: (text: string) => unknown): (text: string) => unknown[] {
  return (text) => {
    // A lower bound other than 1 is written in front: '[0:2]={…}'.
    const start = text.indexOf('{');
    return items(text, start + 1, read).values;
  };
}

interface Items {
  values: unknown[];
  /** Position after the closing brace. */
  end: number;
}

function items(text: string, start: number, read: (text: string) => unknown): Items {
  const values: unknown[] = [];
  let at = start;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === ',') {
      at += 1;
    } else if (text[at] === '{') {
      const nested = items(text, at + 1, read);
      values.push(nested.values);
      at = nested.end;
    } else if (text[at] === '"') {
      const [word, end] = quotedWord(text, at + 1);
      values.push(read(word));
      at = end;
    } else {
      const end = bareEnd(text, at);
      const word = text.slice(at, end);
      values.push(word === 'NULL' ? null : read(word));
      at = end;
    }
  }
  return { values, end: at + 1 };
}

function quotedWord(text: string, start: number): [word: string, end: number] {
  let word = '';
  let at = start;
  while (text[at] !== '"') {
    if (text[at] === '\\') at += 1;
    word += text[at];
    at += 1;
  }
  return [word, at + 1];
}

function bareEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1;
  return at;
}
