import { createHasher, type Hasher, type HasherOptions } from '../../src/passwords/hasher.ts';

/** A hasher whose hashes cost next to nothing. */
export const cheapHasher = (options: HasherOptions = {}): Hasher =>
  createHasher({ choice: { format: 'pbkdf2', algorithm: 'sha256', rounds: 1, length: 16 }, ...options });
