import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSharedStores, describeStores } from '../../src/storage/contract/index.ts';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let files = 0;
const newFile = (): string => join(folder, `${++files}.sqlite`);

describe('SQLite in a file', () => {
  describeStores({ describe, it, expect }, () => openSqlite({ file: newFile() }));

  describeSharedStores({ describe, it, expect }, () => {
    const file = newFile();
    return Promise.all([openSqlite({ file }), openSqlite({ file })]);
  });
});
