import { describe, expect, it } from 'vitest';
import { describeVolatileStore } from '../../src/storage/contract/index.ts';
import { createMemoryVolatile } from '../../src/storage/volatile/memory.ts';

describe('short-lived state in memory', () => {
  describeVolatileStore({ describe, it, expect }, async (clock) => createMemoryVolatile({ clock }));
});
