import type { Provider } from '../../auth/provider.ts';
import { msg, plain } from '../../base/message.ts';
import { type Config, compileNamePattern } from '../../config/index.ts';
import { coded } from '../../errors/coded-message.ts';

type Patterns = Config['accounts']['deniedNames'];

/** Refuses names by the lists of the configuration, with the reason that stands there. */
export function nameLists(denied: Patterns, allowed: Patterns): Provider {
  const deny = denied.map((entry) => compileNamePattern(entry));
  const allow = allowed.map((entry) => compileNamePattern(entry));
  return {
    id: 'name-lists',
    kind: 'pre',
    async checkName(_context, name) {
      const hit = deny.find(({ expression }) => expression.test(name));
      if (!hit || allow.some(({ expression }) => expression.test(name))) return null;
      const message = hit.reason === null ? msg('name-denied') : msg('name-denied-reason', plain(hit.reason));
      return coded(message, 'createaccount-hook-aborted');
    },
  };
}
