import { defaultPrefixes } from './prefixes.ts';

/** What a wiki may decide about user names. */
export interface NameRules {
  /** Canonical names that nobody may use, compared exactly. */
  readonly reservedNames: ReadonlySet<string>;
  /** Longest valid name in UTF-8 bytes, at most 255. */
  readonly maxBytes: number;
  /** Longest new name in UTF-8 bytes. */
  readonly maxCreatableBytes: number;
  /** Characters that new names may not hold; existing accounts keep theirs. */
  readonly invalidCharacters: string;
  /** Namespaces and interwiki prefixes, lower case with `_` for spaces; `user` is not among them. */
  readonly prefixes: ReadonlySet<string>;
}

/** MediaWiki's `$wgReservedUsernames`, with the English texts of those that it names by message. */
export const defaultReservedNames: readonly string[] = [
  'MediaWiki default',
  'Conversion script',
  'Maintenance script',
  'Template namespace initialisation script',
  'ScriptImporter',
  'Delete page script',
  'Move page script',
  'Command line script',
  'Unknown user',
  'Redirect fixer',
  'System messenger',
  'Proxy blocker',
  'DNSBL',
  'MediaWiki spam cleanup',
  'MediaWiki automatic change',
];

/** Longer new names are refused by default, so that `User:Name/common.css` stays a valid title. */
const MAX_CREATABLE_BYTES = 235;

/** Builds rules from lists; what is left out is MediaWiki's default. */
export function makeNameRules(
  options: {
    readonly reservedNames?: Iterable<string>;
    readonly maxBytes?: number;
    readonly maxCreatableBytes?: number;
    readonly invalidCharacters?: string;
    readonly prefixes?: Iterable<string>;
  } = {},
): NameRules {
  const prefixes = [...(options.prefixes ?? defaultPrefixes)];
  return {
    reservedNames: new Set(options.reservedNames ?? defaultReservedNames),
    maxBytes: Math.min(options.maxBytes ?? 255, 255),
    maxCreatableBytes: Math.min(options.maxCreatableBytes ?? MAX_CREATABLE_BYTES, 255),
    invalidCharacters: options.invalidCharacters ?? '@:>',
    prefixes: new Set(prefixes.map((prefix) => prefix.toLowerCase().replaceAll(' ', '_'))),
  };
}

/** MediaWiki's defaults: `$wgReservedUsernames`, `$wgMaxNameChars`, `$wgInvalidUsernameCharacters`. */
export const defaultNameRules: NameRules = makeNameRules();
