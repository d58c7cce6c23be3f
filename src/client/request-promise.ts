import type { Answer } from './answers.ts';
import { ApiRequestError } from './api-request-error.ts';
import type { Exchange, HttpFailure } from './exchange.ts';

/** How a request ended: what `done` or `fail` handlers get, one argument each. */
export interface Outcome {
  readonly ok: boolean;
  readonly args: readonly unknown[];
}

/** What is told of a failure: the answer of the API with its errors, or with the code `http` why there is none. */
export type FailureDetails = Answer & Partial<HttpFailure>;
/** A handler of what was asked for. */
export type Done<T, R = unknown> = (answer: T, exchange: Exchange) => R;
/** A handler of a failure; the last two are absent where there was no answer. */
export type Fail<R = unknown> = (code: string, details: FailureDetails, answer: Answer, exchange: Exchange) => R;
/** A handler of either. */
export type Always = (first: unknown, second: unknown, answer?: unknown, exchange?: unknown) => unknown;

type Handler = (...args: unknown[]) => unknown;
type MaybeHandler = Handler | null | undefined;
interface Thenable {
  then(done: (...args: unknown[]) => void, fail: (...args: unknown[]) => void): unknown;
}

const isThenable = (value: unknown): value is Thenable =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/**
 * Whether `await`, `Promise.all` or the like is asking: their handlers are built in and have no name. They take one
 * argument, so that of a failure must be an error that holds everything.
 */
const isBuiltIn = (handler: Handler): boolean =>
  handler.name === '' && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(handler));

/** The outcome that means what was thrown. */
export const failure = (...args: readonly unknown[]): Outcome => ({
  ok: false,
  args: args[0] instanceof ApiRequestError ? args[0].args : args,
});

const reasonOf = ({ args }: Outcome): unknown =>
  args.length > 1 || typeof args[0] === 'string' || args.length === 0 ? new ApiRequestError(args) : args[0];

const outcomeOf = (value: unknown): Outcome | Promise<Outcome> =>
  isThenable(value)
    ? new Promise((resolve) => {
        value.then(
          (...args) => resolve({ ok: true, args }),
          (...args) => resolve(failure(...args)),
        );
      })
    : { ok: true, args: [value] };

/**
 * A promise that also has jQuery's methods. Handlers given to `then`, `catch`, `done`, `fail` and `always` get jQuery's
 * lists of arguments: `(answer, exchange)` and `(code, details, answer, exchange)`. `await` and `Promise.all` get the
 * answer, or throw an {@link ApiRequestError}. Handlers never run before the call that adds them has returned. A failure
 * that nobody looks at is not reported.
 */
export class RequestPromise<T> extends Promise<T> {
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #outcome: Promise<Outcome>;
  readonly #abort: () => void;
  #state: 'pending' | 'resolved' | 'rejected' = 'pending';

  /** `outcome` never rejects. */
  constructor(outcome: Promise<Outcome>, abort: () => void = () => {}) {
    super(() => {});
    this.#abort = abort;
    this.#outcome = outcome;
    void outcome.then(({ ok }) => {
      this.#state = ok ? 'resolved' : 'rejected';
    });
  }

  /** Ends the request, which then fails with `http` and the text status `abort`. */
  abort(): void {
    this.#abort();
  }

  /** How it ends; never rejects. */
  settled(): Promise<Outcome> {
    return this.#outcome;
  }

  /** Never `pending` again once handlers have been called. */
  state(): 'pending' | 'resolved' | 'rejected' {
    return this.#state;
  }

  // biome-ignore lint/suspicious/noThenProperty: a promise
  override then<R1 = T, R2 = never>(
    done?: Done<T, R1 | PromiseLike<R1>> | null,
    fail?: Fail<R2 | PromiseLike<R2>> | null,
  ): RequestPromise<R1 | R2> {
    let inner: unknown;
    const next = this.#outcome.then((outcome) => {
      const handler: MaybeHandler = (outcome.ok ? done : fail) as MaybeHandler;
      if (typeof handler !== 'function') return outcome;
      const given = outcome.ok ? outcome.args.slice(0, 1) : [reasonOf(outcome)];
      try {
        inner = handler(...(isBuiltIn(handler) ? given : outcome.args));
        return outcomeOf(inner);
      } catch (error) {
        return failure(error);
      }
    });
    return new RequestPromise(next, () => {
      if (inner instanceof RequestPromise) inner.abort();
      else this.abort();
    });
  }

  override catch<R = never>(fail?: Fail<R | PromiseLike<R>> | null): RequestPromise<T | R> {
    return this.then(null, fail);
  }

  done(...handlers: Done<T>[]): this {
    return this.#on(handlers as Handler[], ({ ok }) => ok);
  }

  fail(...handlers: Fail[]): this {
    return this.#on(handlers as Handler[], ({ ok }) => !ok);
  }

  always(...handlers: Always[]): this {
    return this.#on(handlers as Handler[], () => true);
  }

  /** There is no progress to tell of: the handlers are never called. */
  progress(..._handlers: Always[]): this {
    return this;
  }

  /** This promise, or the given object with the methods of this promise added. */
  promise(): this;
  promise<O extends object>(target: O): O & this;
  promise(target?: object): object {
    if (target === undefined) return this;
    const methods: Record<string, unknown> = {};
    for (const name of ['then', 'catch', 'done', 'fail', 'always', 'progress', 'state', 'abort'] as const) {
      if (!(name in target)) methods[name] = (this[name] as unknown as Handler).bind(this);
    }
    return Object.assign(target, methods);
  }

  #on(handlers: readonly Handler[], fits: (outcome: Outcome) => boolean): this {
    for (const handler of handlers) {
      void this.#outcome.then((outcome) => {
        if (fits(outcome)) handler(...outcome.args);
      });
    }
    return this;
  }
}

/** A promise for what an asynchronous function answers; what it throws is a failure. */
export const promiseOf = <T>(work: () => T | PromiseLike<T>, abort?: () => void): RequestPromise<T> =>
  new RequestPromise(
    (async (): Promise<Outcome> => {
      try {
        return { ok: true, args: [await work()] };
      } catch (error) {
        return failure(error);
      }
    })(),
    abort,
  );
