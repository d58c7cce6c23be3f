import { randomBytes } from 'node:crypto';

const ID_BYTES = 12;
const BATCH = 256;

let pool = '';
let used = 0;

/** 24 random hex digits. Drawn in batches: one call into the system's generator serves many requests. */
export function newRequestId(): string {
  if (used >= pool.length) {
    pool = randomBytes(ID_BYTES * BATCH).toString('hex');
    used = 0;
  }
  const id = pool.slice(used, used + ID_BYTES * 2);
  used += ID_BYTES * 2;
  return id;
}

/** Whether a proxy's request id can be kept. */
export const isRequestId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{24}$/.test(text);
