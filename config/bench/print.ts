import { cpus, release, totalmem, type } from 'node:os';

export function printMachine(): void {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1e9);
  console.log(
    `machine: ${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GB, ${type()} ${release()}, Node ${process.version}`
  );
}

export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** One line: a name of fixed width, then figures. */
export function line(name: string, ...figures: string[]): void {
  console.log(`  ${name.padEnd(46)} ${figures.map((figure) => figure.padStart(14)).join(' ')}`);
}

/** `ratio(7.8, 2)` → '3.9×'. */
export function ratio(value: number, of: number): string {
  return `${(value / of).toFixed(2)}×`;
}

export function number(value: number, unit = '', digits = value < 10 ? 2 : value < 100 ? 1 : 0): string {
  const [whole = '', rest] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${rest ? `.${rest}` : ''}${unit && ` ${unit}`}`;
}
