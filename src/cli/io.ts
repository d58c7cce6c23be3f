import type { Readable } from 'node:stream';

/** What a command sees of the world; tests give another one. */
export interface Io {
  /** Standard output: results. */
  out(text: string): void;
  /** Standard error: progress and problems. */
  err(text: string): void;
  readonly stdin: Readable;
  /** Whether a person sits at standard input. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** The process's own. */
export const processIo = (): Io => ({
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  stdin: process.stdin,
  interactive: process.stdin.isTTY === true,
  env: process.env,
  cwd: process.cwd(),
});

/** Writes a result: one JSON line for programs, or the text for people. */
export const report = (io: Io, json: boolean | undefined, value: unknown, text: () => string): void =>
  io.out(json ? JSON.stringify(value) : text());

/** Rows as columns of even width under a heading. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A time for people, or a dash. */
export const showTime = (ms: number | null): string => (ms === null ? '-' : new Date(ms).toISOString());
