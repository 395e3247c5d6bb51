import { SaxesParser } from 'saxes';
import { fileProblem } from './faults';

/**
 * The texts a workbook keeps once and its cells point to. Packed as UTF-8 in a few buffers: as JavaScript strings
 * those of 400,000 people would fill the memory.
 */
export class SharedStrings {
  private readonly blocks: Buffer[] = [];
  private block = Buffer.allocUnsafe(blockBytes);
  private used = 0;
  private places = new Float64Array(1024);
  private count = 0;
  private bytes = 0;

  constructor(private readonly maximumBytes: number) {}

  add(text: string): void {
    const needed = Buffer.byteLength(text);
    this.bytes += needed + 8;
    if (this.bytes > this.maximumBytes) throw fileProblem('tooManyTexts');
    if (needed > this.block.byteLength - this.used) this.turnBlock(needed);
    this.block.write(text, this.used);
    if (this.count * 2 + 1 >= this.places.length) this.places = grown(this.places);
    this.places[this.count * 2] = this.blocks.length * 2 ** 32 + this.used;
    this.places[this.count * 2 + 1] = needed;
    this.used += needed;
    this.count += 1;
  }

  /** The text a cell points to; undefined when the workbook points nowhere. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const place = this.places[index * 2] ?? 0;
    const length = this.places[index * 2 + 1] ?? 0;
    const number = Math.floor(place / 2 ** 32);
    const block = number === this.blocks.length ? this.block : this.blocks[number];
    const start = place % 2 ** 32;
    return block?.toString('utf8', start, start + length);
  }

  private turnBlock(needed: number): void {
    this.blocks.push(this.block.subarray(0, this.used));
    this.block = Buffer.allocUnsafe(Math.max(blockBytes, needed));
    this.used = 0;
  }
}

const blockBytes = 4 * 1024 * 1024;

function grown(places: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(places.length * 2);
  larger.set(places);
  return larger;
}

/** Reads xl/sharedStrings.xml. Phonetic hints (rPh) are not part of a text. */
export async function readSharedStrings(xml: AsyncIterable<string>, maximumBytes: number): Promise<SharedStrings> {
  const strings = new SharedStrings(maximumBytes);
  const parser = new SaxesParser();
  let text = '';
  let inText = false;
  let phonetic = 0;
  parser.on('opentag', ({ name }) => {
    if (local(name) === 'si') text = '';
    if (local(name) === 'rPh') phonetic += 1;
    if (local(name) === 't') inText = phonetic === 0;
  });
  parser.on('text', (piece) => {
    if (inText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 't') inText = false;
    if (local(name) === 'rPh') phonetic -= 1;
    if (local(name) === 'si') strings.add(text);
  });
  for await (const piece of xml) parser.write(piece);
  parser.close();
  return strings;
}

/** Some programs write a prefix before every name. */
export const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);
