/** Throws Error unless the bytes are one value of PHP's `serialize()`, without objects and references. */
export function checkPhp(bytes: Buffer): void {
  const end = value(bytes, 0);
  if (end !== bytes.length) throw new Error(`${bytes.length - end} bytes after the value`);
}

/** The position after the value that begins here. */
function value(bytes: Buffer, at: number): number {
  const scalar = /^(?:N;|b:[01];|i:-?\d+;|d:-?[\d.]+(?:E[+-]?\d+)?;)/.exec(bytes.toString('latin1', at, at + 40));
  if (scalar) return at + scalar[0].length;
  const [head, kind, length] = /^([sa]):(\d+):/.exec(bytes.toString('latin1', at, at + 20)) ?? [];
  if (head === undefined) throw new Error(`no value at ${at}: ${bytes.toString('latin1', at, at + 40)}`);
  let next = at + head.length;
  if (kind === 's') {
    const last = next + 1 + Number(length);
    if (bytes[next] !== 0x22 || bytes.toString('latin1', last, last + 2) !== '";') throw new Error(`string at ${at}`);
    return last + 2;
  }
  if (bytes[next++] !== 0x7b) throw new Error(`array at ${at}`);
  for (let i = 0; i < Number(length) * 2; i++) next = value(bytes, next);
  if (bytes[next] !== 0x7d) throw new Error(`end of array at ${next}`);
  return next + 1;
}
