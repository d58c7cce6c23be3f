import type { Point } from './glyphs.ts';

/** A grey picture, 0 = black, 255 = white. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height).fill(255);
  }

  /** Draws a line through the points with a round pen of this radius (pixels) and ink; edges are smooth. */
  line(points: readonly Point[], radius: number, ink: number): void {
    for (let i = 1; i < points.length; i++) this.#segment(points[i - 1] as Point, points[i] as Point, radius, ink);
  }

  #segment([ax, ay]: Point, [bx, by]: Point, radius: number, ink: number): void {
    const reach = radius + 1;
    const [dx, dy] = [bx - ax, by - ay];
    const length2 = dx * dx + dy * dy || 1e-9;
    const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
    const right = Math.min(this.width - 1, Math.ceil(Math.max(ax, bx) + reach));
    const top = Math.max(0, Math.floor(Math.min(ay, by) - reach));
    const bottom = Math.min(this.height - 1, Math.ceil(Math.max(ay, by) + reach));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
        const distance = Math.hypot(x - ax - t * dx, y - ay - t * dy);
        const cover = Math.min(1, Math.max(0, radius + 0.5 - distance));
        if (cover > 0) this.darken(x, y, 255 + cover * (ink - 255));
      }
    }
  }

  /** Makes a pixel as dark as `grey`, if it is lighter. */
  darken(x: number, y: number, grey: number): void {
    const at = y * this.width + x;
    if (grey < (this.pixels[at] as number)) this.pixels[at] = grey;
  }
}
