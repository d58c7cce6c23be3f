/** A point; one unit is the height of a capital, y grows downwards. */
export type Point = readonly [x: number, y: number];

/**
 * Characters as strokes of a pen, in units of 1/100: `~` bends a stroke smoothly through its points. Left out is what
 * people take for one another (0 O Q, 1 I, 2 Z, 4, 5 S, 6 G, 8 B, 9, V) or a line turns into another (F).
 */
const STROKES: Readonly<Record<string, readonly string[]>> = {
  A: ['0,100 35,0 70,100', '13,65 57,65'],
  C: ['~66,20 50,4 30,1 10,18 2,50 10,82 30,99 50,96 66,80'],
  D: ['0,0 0,100', '~0,0 30,3 54,20 62,50 54,80 30,97 0,100'],
  E: ['58,0 0,0 0,100 60,100', '0,48 50,48'],
  H: ['0,0 0,100', '62,0 62,100', '0,48 62,48'],
  J: ['16,0 56,0', '~44,0 44,35 44,70 36,94 20,100 6,90 0,72'],
  K: ['0,0 0,100', '60,0 0,58', '20,40 62,100'],
  L: ['0,0 0,100 56,100'],
  M: ['0,100 6,0 40,62 74,0 80,100'],
  N: ['0,100 0,0 62,100 62,0'],
  P: ['0,100 0,0', '~0,0 32,1 54,10 60,27 54,44 32,53 0,54'],
  R: ['0,100 0,0', '~0,0 32,1 54,10 60,27 54,44 32,53 0,54', '28,54 62,100'],
  T: ['0,0 70,0', '35,0 35,100'],
  U: ['~0,0 0,35 1,66 10,90 32,100 54,90 63,66 64,35 64,0'],
  W: ['0,0 21,100 45,35 69,100 90,0'],
  X: ['0,0 64,100', '64,0 0,100'],
  Y: ['0,0 33,50 66,0', '33,50 33,100'],
  '3': ['~2,12 20,1 44,3 54,22 44,42 20,48', '~20,48 48,53 58,75 46,95 22,100 0,88'],
  '7': ['0,0 60,0 22,100'],
};

/** Every character that an image can show. */
export const LETTERS = Object.keys(STROKES);

const SAMPLES = 8;

/** Catmull-Rom: a curve through all its points. */
function bend(points: readonly Point[]): Point[] {
  const at = (i: number): Point => points[Math.min(Math.max(i, 0), points.length - 1)] as Point;
  const out: Point[] = [at(0)];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let n = 1; n <= SAMPLES; n++) {
      const t = n / SAMPLES;
      const mix = (axis: 0 | 1): number =>
        b[axis] +
        0.5 *
          t *
          (c[axis] -
            a[axis] +
            t *
              (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis] + t * (3 * (b[axis] - c[axis]) + d[axis] - a[axis])));
      out.push([mix(0), mix(1)]);
    }
  }
  return out;
}

/** Straight strokes in short pieces, so that a warp bends them too. */
const cut = (points: readonly Point[]): Point[] =>
  points.flatMap((point, i): Point[] => {
    const next = points[i + 1];
    if (!next) return [point];
    return Array.from({ length: SAMPLES }, (_, n): Point => {
      const t = n / SAMPLES;
      return [point[0] + t * (next[0] - point[0]), point[1] + t * (next[1] - point[1])];
    });
  });

const read = (stroke: string): Point[] => {
  const points = stroke
    .replace('~', '')
    .split(' ')
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return [x / 100, y / 100];
    });
  return stroke.startsWith('~') ? bend(points) : cut(points);
};

/** The strokes of a character, each as a line through close points; its left edge is at 0. */
export const strokesOf = (letter: string): Point[][] => (STROKES[letter] ?? []).map(read);
