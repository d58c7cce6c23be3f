import { Canvas } from './canvas.ts';
import { type Point, strokesOf } from './glyphs.ts';

const HEIGHT = 100;
const LETTER_HEIGHT = 52;
const MARGIN = 22;

/** Chance between two bounds. */
type Between = (low: number, high: number) => number;

/** A small generator (mulberry32): how a picture looks must follow from its number alone. */
function generator(seed: number): Between {
  let state = seed >>> 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (high - low);
  };
}

/** Moves every point by a few waves: letters bend, and bend differently at each place. */
function warp(between: Between): (point: Point) => Point {
  const wave = (height: number, length: number): ((along: number) => number) => {
    const [size, step, phase] = [between(0.7, 1) * height, between(0.8, 1.25) * length, between(0, 2 * Math.PI)];
    return (along) => size * Math.sin((2 * Math.PI * along) / step + phase);
  };
  const [sway, lift, ripple] = [wave(4, 70), wave(7, 170), wave(1.6, 46)];
  return ([x, y]) => [x + sway(y), y + lift(x) + ripple(x + y)];
}

/** Turns, slants and stretches one letter around its middle, and puts it at `left`. */
function place(
  strokes: readonly (readonly Point[])[],
  left: number,
  between: Between,
): { lines: Point[][]; right: number } {
  const width = Math.max(...strokes.flat().map(([x]) => x));
  const [tall, wide, turn, slant] = [
    LETTER_HEIGHT * between(0.88, 1.1),
    LETTER_HEIGHT * between(0.8, 1),
    between(-0.2, 0.2),
    between(-0.14, 0.14),
  ];
  const [cos, sin, drop] = [Math.cos(turn), Math.sin(turn), between(-5, 5)];
  const middle = left + (width * wide) / 2;
  const lines = strokes.map((stroke) =>
    stroke.map(([x, y]): Point => {
      const dy = (y - 0.5) * tall;
      const dx = (x - width / 2) * wide - slant * dy;
      return [middle + dx * cos - dy * sin, HEIGHT / 2 + drop + dx * sin + dy * cos];
    }),
  );
  return { lines, right: left + width * wide };
}

/** A line across the whole picture, as thick and dark as a letter's, so that it cannot be told by its looks. */
function strikeThrough(width: number, between: Between): Point[] {
  const [start, end, belly, phase] = [between(24, 76), between(24, 76), between(8, 18), between(0, 2 * Math.PI)];
  return Array.from({ length: 41 }, (_, i): Point => {
    const t = i / 40;
    return [t * width, start + t * (end - start) + belly * Math.sin(4.5 * t + phase)];
  });
}

/** A short bow somewhere. */
function bow(width: number, between: Between): Point[] {
  const [x, y, radius, from, angle] = [
    between(0, width),
    between(10, HEIGHT - 10),
    between(7, 17),
    between(0, 2 * Math.PI),
    between(1.2, 2.6),
  ];
  return Array.from({ length: 13 }, (_, i): Point => {
    const at = from + (angle * i) / 12;
    return [x + radius * Math.cos(at), y + radius * Math.sin(at)];
  });
}

/** Draws letters for people: bent, of different size and slant, with lines across them. The same seed, the same picture. */
export function drawLetters(letters: string, seed: number): Canvas {
  const between = generator(seed);
  const bend = warp(between);
  const lines: Point[][] = [];
  let left = MARGIN;
  for (const letter of letters) {
    const placed = place(strokesOf(letter), left, between);
    lines.push(...placed.lines);
    left = placed.right + between(15, 21);
  }
  const width = Math.ceil(left + MARGIN - 15);
  const canvas = new Canvas(width, HEIGHT);

  for (let n = 0; n < width * 6; n++) {
    canvas.darken(Math.floor(between(0, width)), Math.floor(between(0, HEIGHT)), between(150, 250));
  }
  const pen = between(2.2, 2.8);
  for (let n = 0; n < 7; n++) canvas.line(bow(width, between).map(bend), between(0.7, 1.2), between(90, 150));
  for (let n = 0; n < 2; n++)
    canvas.line(strikeThrough(width, between).map(bend), pen * between(0.45, 0.65), between(30, 60));
  for (const line of lines) canvas.line(line.map(bend), pen * between(0.92, 1.08), between(25, 60));
  return canvas;
}
