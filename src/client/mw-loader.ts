import { promiseOf, type RequestPromise } from './request-promise.ts';

/** Gives what a module holds. @throws Error when there is no such module. */
export type Require = (name: string) => unknown;

/** The part of `mw.loader` that programs use. All modules come with the page, so nothing is ever fetched. */
export interface Loader {
  /** Fails with an error where the page has no module of one of these names. */
  using(
    names: string | readonly string[],
    ready?: (require: Require) => void,
    failed?: (error: unknown) => void,
  ): RequestPromise<Require>;
  getModuleNames(): string[];
  /** `ready`, or null when there is no such module. */
  getState(name: string): 'ready' | null;
}

/** Makes the loader of these modules. */
export function createLoader(modules: Readonly<Record<string, unknown>>): Loader {
  const has = (name: string): boolean => Object.hasOwn(modules, name);
  const require: Require = (name) => {
    if (!has(name)) throw new Error(`Unknown module: ${name}`);
    return modules[name];
  };
  return {
    using(names, ready, failed) {
      const promise = promiseOf(() => {
        for (const name of [names].flat()) require(name);
        return require;
      });
      if (ready) promise.done(ready);
      if (failed) promise.fail(failed);
      return promise;
    },
    getModuleNames: () => Object.keys(modules),
    getState: (name) => (has(name) ? 'ready' : null),
  };
}
