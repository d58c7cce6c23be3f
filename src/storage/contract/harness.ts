import type { NewLogEntry, NewUser, OpenVolatileStore, Stores, UserRecord } from '../ports/index.ts';

/** What a suite needs of an assertion. */
export interface Assertion {
  toBe(expected: unknown): void;
  toEqual(expected: unknown): void;
  toMatchObject(expected: object): void;
  toBeNull(): void;
  toBeGreaterThan(expected: number): void;
  toHaveLength(expected: number): void;
}

/** The test runner's functions, handed in so that the program itself never loads a test runner. */
export interface ContractTools {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
  expect(actual: unknown): Assertion;
}

/** Opens empty stores; every test opens its own and closes them. */
export type OpenStores = () => Promise<Stores>;

/** Opens an empty volatile store on the given clock. */
export type OpenVolatile = (clock: { now(): number }) => Promise<OpenVolatileStore>;

/** A test over stores of its own. */
export const using =
  (open: OpenStores, body: (stores: Stores) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const stores = await open();
    try {
      await body(stores);
    } finally {
      await stores.close();
    }
  };

/** The least that an account is made of. */
export const newUser = (name: string, more: Partial<NewUser> = {}): NewUser => ({
  name,
  skeleton: null,
  registeredAt: 1_000,
  ...more,
});

/** Makes an account that must not exist yet. */
export const makeUser = async (stores: Stores, name: string, more: Partial<NewUser> = {}): Promise<UserRecord> => {
  const made = await stores.users.create(newUser(name, more), null);
  if ('conflict' in made) throw new Error(`${name} exists`);
  return made;
};

/** A log entry about a new account made by itself. */
export const creation = (name: string, at = 1_000): NewLogEntry => ({
  type: 'newusers',
  action: 'create',
  actor: null,
  title: `User:${name}`,
  namespace: 2,
  comment: '',
  params: {},
  at,
});

/** Runs something many times at once. */
export const times = <T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));

/** Runs something that should fail; resolves to whether it did. */
export const fails = async (run: () => Promise<unknown>): Promise<boolean> => {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
};
