import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

const NAME = 'latchkey/provider';

/** Runs in the thread in which Node finds modules. */
const HOOK = `
let target;
export const initialize = (data) => { target = data.target; };
export const resolve = (specifier, context, next) =>
  specifier === ${JSON.stringify(NAME)} ? { url: target, shortCircuit: true } : next(specifier, context);
`;

let offered = false;

/**
 * Makes `latchkey/provider` the one of this server for every module of the process: a provider beside the configuration
 * file needs no `node_modules`, and never brings another version.
 */
export function offerOwnEntry(): void {
  if (offered) return;
  offered = true;
  const target = pathToFileURL(createRequire(import.meta.url).resolve(NAME)).href;
  register(`data:text/javascript,${encodeURIComponent(HOOK)}`, { data: { target } });
}
