type Values = Record<string, unknown>;

/** MediaWiki's `mw.Map`: values by name. */
export class MwMap {
  readonly values: Values;

  constructor(values: Values = {}) {
    this.values = { ...values };
  }

  /** One value, those of a list by their names, or all. What there is not is the fallback, by default null. */
  get(name?: string | readonly string[], fallback: unknown = null): unknown {
    if (name === undefined) return { ...this.values };
    const one = (key: string): unknown => (Object.hasOwn(this.values, key) ? this.values[key] : fallback);
    return typeof name === 'string' ? one(name) : Object.fromEntries(name.map((key) => [key, one(key)]));
  }

  /** Sets one value, or all of an object; whether it did. */
  set(name: string | Values, ...value: readonly unknown[]): boolean {
    if (typeof name === 'object' && name !== null) Object.assign(this.values, name);
    else if (value.length > 0) this.values[name] = value[0];
    else return false;
    return true;
  }

  exists(name: string): boolean {
    return Object.hasOwn(this.values, name);
  }
}
