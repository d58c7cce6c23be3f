import { describe, expect, it } from 'vitest';
import { describeStores } from '../../src/storage/contract/index.ts';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';

describe('SQLite in memory', () => {
  describeStores({ describe, it, expect }, () => openSqlite({ memory: true }));
});
