import { oncePerTurn } from '../base/once-per-turn.ts';
import type { Stores, UserRecord } from '../storage/ports/index.ts';

/** Accounts read lately, by id and by name; forgets all when another process changed the store. */
export class UserCache {
  readonly #stores: Stores;
  readonly #limit: number;
  readonly #byId = new Map<number, UserRecord>();
  readonly #byName = new Map<string, number>();
  #stamp: number;
  readonly #changeStamp: () => number;
  /** Rises with every invalidation, so that a read that began before a write is not kept. */
  #generation = 0;

  constructor(stores: Stores, limit: number) {
    this.#stores = stores;
    this.#limit = limit;
    // Asking the store costs as much as a read.
    this.#changeStamp = oncePerTurn(stores.changeStamp);
    this.#stamp = this.#changeStamp();
  }

  #fresh(): void {
    const stamp = this.#changeStamp();
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#byId.clear();
    this.#byName.clear();
    this.#generation++;
  }

  #keep(user: UserRecord, generation: number): void {
    if (generation !== this.#generation) return;
    if (this.#byId.size >= this.#limit) {
      const oldest = this.#byId.keys().next().value as number;
      const old = this.#byId.get(oldest);
      this.#byId.delete(oldest);
      if (old) this.#byName.delete(old.name);
    }
    this.#byId.set(user.id, user);
    this.#byName.set(user.name, user.id);
  }

  /** The account with this id, at most as old as the turn of the event loop, whatever process wrote. */
  async byId(id: number): Promise<UserRecord | null> {
    this.#fresh();
    const hit = this.#byId.get(id);
    if (hit) return hit;
    const generation = this.#generation;
    const user = await this.#stores.users.byId(id);
    if (user) this.#keep(user, generation);
    return user;
  }

  /** The account with this canonical name. */
  async byName(name: string): Promise<UserRecord | null> {
    this.#fresh();
    const id = this.#byName.get(name);
    const hit = id === undefined ? undefined : this.#byId.get(id);
    if (hit) return hit;
    const generation = this.#generation;
    const user = await this.#stores.users.byName(name);
    if (user) this.#keep(user, generation);
    return user;
  }

  /** Forgets one account after a write of our own. */
  forget(id: number): void {
    const user = this.#byId.get(id);
    this.#byId.delete(id);
    if (user) this.#byName.delete(user.name);
    this.#generation++;
  }
}
