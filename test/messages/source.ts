import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../../src');

/** A template text: what stands between its holes, at least two parts. */
export type Template = readonly string[];

/** One call of a function whose first argument is a message key. */
export interface KeyCall {
  readonly file: string;
  /** Literal keys in the first argument. */
  readonly keys: readonly string[];
  readonly templates: readonly Template[];
  /** How many parameters follow; null when they are spread. */
  readonly parameters: number | null;
}

/** A piece of source text that is a string or a template. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** One part: a plain string. */
  readonly parts: Template;
}

const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%~<>]|\breturn|\btypeof|=>)\s*$/;

/** Reads strings and templates, and passes over comments and regular expressions. */
function piecesOf(code: string): { pieces: Piece[]; bare: string } {
  const pieces: Piece[] = [];
  // The same text with comments and regular expressions as blanks, so that places stay the same.
  let bare = '';
  let at = 0;
  const blank = (end: number) => {
    bare += code.slice(at, end).replace(/[^\n]/g, ' ');
    at = end;
  };
  const text = (quote: string): void => {
    const start = at;
    let value = '';
    let i = at + 1;
    while (code[i] !== quote) {
      if (code[i] === '\\') {
        const char = code[i + 1] ?? '';
        value += char === 'n' ? '\n' : char;
        i += 2;
      } else value += code[i++];
    }
    bare += code.slice(at, i + 1);
    at = i + 1;
    pieces.push({ start, end: at, parts: [value] });
  };
  const template = (): void => {
    const start = at;
    const parts: string[] = [];
    let part = '';
    const take = () => {
      bare += code[at];
      at++;
    };
    take();
    while (at < code.length && code[at] !== '`') {
      if (code[at] === '\\') {
        part += code[at + 1];
        take();
        take();
      } else if (code.startsWith('${', at)) {
        take();
        take();
        scan('}');
        take();
        parts.push(part);
        part = '';
      } else {
        part += code[at];
        take();
      }
    }
    take();
    pieces.push({ start, end: at, parts: [...parts, part] });
  };
  const scan = (until: string | null): void => {
    let depth = 0;
    while (at < code.length) {
      const char = code[at] as string;
      if (until !== null && depth === 0 && char === until) return;
      if (char === '{') depth++;
      if (char === '}') depth--;
      if (char === "'" || char === '"') text(char);
      else if (char === '`') template();
      else if (code.startsWith('//', at)) blank(code.indexOf('\n', at) < 0 ? code.length : code.indexOf('\n', at));
      else if (code.startsWith('/*', at)) blank(code.indexOf('*/', at) + 2);
      else if (char === '/' && BEFORE_REGEX.test(bare.slice(-40))) {
        const found = /^\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+\/[a-z]*/.exec(code.slice(at));
        if (found) blank(at + found[0].length);
        else {
          bare += char;
          at++;
        }
      } else {
        bare += char;
        at++;
      }
    }
  };
  scan(null);
  return { pieces, bare };
}

/** The arguments of a call whose opening parenthesis stands at `open`: start and end of each. */
function argumentsAt(bare: string, pieces: readonly Piece[], open: number): [number, number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open + 1; i < bare.length; i++) {
    const inside = pieces.find((piece) => piece.start === i);
    if (inside) {
      i = inside.end - 1;
      continue;
    }
    const char = bare[i] as string;
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char) && depth-- === 0) {
      if (bare.slice(start, i).trim() !== '') found.push([start, i]);
      return found;
    }
    if (char === ',' && depth === 0) {
      found.push([start, i]);
      start = i + 1;
    }
  }
  throw new Error('a call that does not end');
}

/** One call of `apiError`: what ends a request. */
export interface ErrorCall {
  readonly file: string;
  /** Null: passed on from elsewhere. */
  readonly key: string | null;
  /** Null: follows from the key. */
  readonly code: string | null;
}

/** What the program's own source says of message keys. */
export interface Source {
  /** Every string literal. */
  readonly literals: ReadonlySet<string>;
  /** Every template that begins with a word. */
  readonly templates: readonly Template[];
  /** Every call of `msg`. */
  readonly calls: readonly KeyCall[];
  /** Every call of `apiError`. */
  readonly errors: readonly ErrorCall[];
}

/** One source file with its pieces. */
interface SourceFile {
  readonly file: string;
  readonly bare: string;
  readonly pieces: readonly Piece[];
}

/** The arguments of every call of a function. */
function* callsOf(name: string, { bare, pieces }: SourceFile): Generator<readonly [number, number][]> {
  for (const match of bare.matchAll(new RegExp(`(?<![\\w.$])${name}\\(`, 'g'))) {
    const open = match.index + match[0].length - 1;
    const quoted = pieces.some(({ start, end }) => start < open && open < end && bare[start] !== '`');
    if (!quoted) yield argumentsAt(bare, pieces, open);
  }
}

const within = (pieces: readonly Piece[], [from, to]: readonly [number, number]): Piece[] =>
  pieces.filter(({ start, end }) => start >= from && end <= to);

function keyCall(source: SourceFile, [key, ...rest]: readonly [number, number][]): KeyCall[] {
  if (key === undefined) return [];
  const { file, bare, pieces } = source;
  const own = within(pieces, key);
  // A string inside a hole belongs to its template.
  const outer = own.filter((piece) => !own.some((other) => other.start < piece.start && piece.end < other.end));
  const compared = (piece: Piece) => /[=!]==\s*$/.test(bare.slice(key[0], piece.start));
  const spread = rest.some(([start, end]) => bare.slice(start, end).trim().startsWith('...'));
  return [
    {
      file,
      keys: outer
        .filter((piece) => piece.parts.length === 1 && !compared(piece))
        .map(({ parts }) => parts[0] as string),
      templates: outer.filter(({ parts }) => parts.length > 1).map(({ parts }) => parts),
      parameters: spread ? null : rest.length,
    },
  ];
}

function errorCall({ file, bare, pieces }: SourceFile, [message, code]: readonly [number, number][]): ErrorCall[] {
  if (message === undefined) return [];
  const literal = (range: readonly [number, number] | undefined): string | null => {
    const first = range && within(pieces, range)[0];
    return first?.parts.length === 1 ? (first.parts[0] as string) : null;
  };
  return [
    {
      file,
      key: /^\s*msg\(\s*'/.test(bare.slice(...message)) ? literal(message) : null,
      code: code === undefined ? null : literal(code),
    },
  ];
}

/** Reads all files of `src`, without those that are named. */
export function readSource(...without: readonly string[]): Source {
  const files = readdirSync(src, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !without.includes(relative(src, path)))
    .map((path): SourceFile => ({ file: relative(src, path), ...piecesOf(readFileSync(path, 'utf8')) }));
  const pieces = files.flatMap((file) => file.pieces);
  return {
    literals: new Set(pieces.filter(({ parts }) => parts.length === 1).map(({ parts }) => parts[0] as string)),
    templates: pieces
      .filter(({ parts }) => parts.length > 1 && /[a-z]{3}/.test(parts.join('')))
      .map(({ parts }) => parts),
    calls: files.flatMap((file) => [...callsOf('msg', file)].flatMap((args) => keyCall(file, args))),
    errors: files.flatMap((file) => [...callsOf('apiError', file)].flatMap((args) => errorCall(file, args))),
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text can come out of a template whose holes are filled with texts of the source. */
export function comesFrom(template: Template, text: string, source: Source, depth = 0): boolean {
  const match = new RegExp(`^${template.map(escaped).join('(.*?)')}$`).exec(text);
  if (match === null) return false;
  return match
    .slice(1)
    .every(
      (hole) =>
        source.literals.has(hole) ||
        (depth === 0 && source.templates.some((other) => other !== template && comesFrom(other, hole, source, 1))),
    );
}
