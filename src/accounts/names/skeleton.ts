import { foldPunctuation, foldShapes } from './look-alikes.ts';

/** Accents that may be left out over the letters of these scripts; elsewhere (か, が) a mark makes another letter. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*)[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/gu;
const SPACING_ACUTE = /[´΄᾽᾿]/g;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A key that is equal for names which a reader can take for one another: other case, accents, letters of another script
 * or of another width, `l`/`I`/`1`, `O`/`0`, `rn`/`m`, `vv`/`w`, kinds of dashes, dots, quotes and spaces.
 *
 * In the spirit of Unicode TS #39 and of MediaWiki's AntiSpoof, with a table of our own. It names look-alikes, it judges
 * no mixture of scripts. Never empty for a valid name. Stored with accounts: a change of it needs a migration.
 */
export function skeleton(name: string): string {
  // NFKD would turn these quotes into a space with a mark.
  const plain = name.replace(SPACING_ACUTE, "'").normalize('NFKD').replace(IGNORABLE, '').replace(ACCENTS, '');
  const folded = foldPunctuation(foldShapes(plain)).trim().replaceAll('rn', 'm').replaceAll('vv', 'w');
  return folded === '' ? plain.trim() : folded;
}
