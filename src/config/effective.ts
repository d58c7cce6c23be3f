import type { Config } from './config.ts';
import { declaredOptions, treeOf, valueAt } from './paths.ts';
import { REDACTED, redact } from './redact.ts';
import { sections } from './registry.ts';

/**
 * The whole configuration as a plain tree for `config print`. With `redact` sensitive values are `[redacted]`, also
 * passwords inside addresses; what is not set stays null.
 */
export function effectiveConfig(config: Config, choice: { readonly redact: boolean }): Record<string, unknown> {
  return treeOf(
    declaredOptions(sections).map(({ keys, option }) => {
      const value = valueAt(config, keys);
      if (!choice.redact) return [keys, value] as const;
      return [keys, option.sensitive && value !== null ? REDACTED : redact(option.schema, value)] as const;
    }),
  );
}
