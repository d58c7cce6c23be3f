import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeVolatileStore } from '../../src/storage/contract/index.ts';
import { openSqliteVolatile } from '../../src/storage/volatile/sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let files = 0;

describe('short-lived state in SQLite', () => {
  describeVolatileStore({ describe, it, expect }, async (clock) =>
    openSqliteVolatile({ file: join(folder, `${++files}.sqlite`), clock }),
  );
});
