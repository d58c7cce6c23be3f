/**
 * How often a SHA-1 occurs according to the lines `SUFFIX:COUNT` of its range; the suffix is all but the first five hex
 * digits. Padding lines, with the count 0, and a missing line are both 0. A line without a count counts once.
 */
export function countInRange(lines: string, sha1: string): number {
  const suffix = sha1.slice(5);
  for (const line of lines.split('\n')) {
    const [hex = '', count = '1'] = line.trim().split(':');
    if (hex.toUpperCase() === suffix) return Number(count) || 0;
  }
  return 0;
}
