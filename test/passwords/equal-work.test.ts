import { expect, test } from 'vitest';
import { createHasher } from '../../src/passwords/hasher.ts';

const ROUNDS = 30;

test('an account without a usable password takes the time of a wrong password', async () => {
  const hasher = createHasher({ concurrency: 1 });
  const own = await hasher.hash('the right one');
  const candidates: Record<string, string | null> = {
    wrong: own,
    none: null,
    empty: '',
    unknown: ':nothing:x',
    malformed: ':pbkdf2:sha512:what',
    uncomputable: ':argon2:$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAB$AAAAAAAAAAAAAB',
    costly: `:bcrypt:31$${'a'.repeat(22)}$${'a'.repeat(31)}`,
    md5: ':A:5f4dcc3b5aa765d61d8327deb882cf99',
  };
  const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
  await hasher.verify('warm up', own);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, stored] of Object.entries(candidates)) {
      const before = performance.now();
      expect((await hasher.verify('a wrong one', stored)).ok).toBe(false);
      times.get(name)?.push(performance.now() - before);
    }
  }
  // Other work on the machine only adds time: the fastest of many is what a check costs.
  const wrong = Math.min(...(times.get('wrong') ?? []));
  for (const [name, measured] of times) {
    const ratio = Math.min(...measured) / wrong;
    expect(ratio, name).toBeGreaterThan(0.8);
    expect(ratio, name).toBeLessThan(1.2);
  }
});
