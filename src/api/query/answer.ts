import type { Call } from '../define.ts';
import { child, type ResultValue } from '../result.ts';

/** Puts one member into the `query` object of the answer. */
export function answer(call: Pick<Call, 'result'>, name: string, value: ResultValue): void {
  child(call.result, 'query')[name] = value;
}
