/**
 * Characters that readers take for a Latin letter, chosen by eye from their shapes in common fonts. Each entry is the
 * letter and what looks like it; the lower-case partner of every character counts as well, so that a skeleton does not
 * depend on case.
 */
const LATIN = [
  'a ΑαАаɑᴀᎪꓮⲀӒӐ⍺',
  'b ΒβВвʙƀɓᏴꓐⲂƄ',
  'c СсᴄⲤϹᏟꓚƈȼↃ',
  'd ԁᴅđɗɖðᎠꓓԀ',
  'e ΕεЕеᴇɛҽᎬꓰⲈҽ',
  'f ƒꜰꓝҒғϜ',
  'g ɡɢǥɠᏀꓖց',
  'h ΗНнһҺհʜħᎻꓧⲎԋ',
  'j ЈјᴊɉϳյᎫꓙ',
  'k ΚκКкᴋƙқᏦꓗⲔ',
  'l IiLl1|ıɪʟłƚΙιІіӀӏ׀ǀɨɩƖᏞᏆꓡꓲⲒⅼ∣￨',
  'm ΜМмᴍɱᎷꓟⲘ',
  'n ΝɴոɲŋƝꓠⲚ',
  'o 0ОоΟοᴏøɵօՕⲞꓳ〇०০੦૦୦௦౦೦൦๐໐០߀',
  'p ΡρРрᴘƥþᏢꓑⲢ',
  'q ԛʠզ',
  'r ʀᎡᏒꓣɍ',
  's ЅѕꜱᏚꓢՏƨ',
  't ΤτТтᴛŧƭᎢꓔⲦ',
  'u ᴜսՍʊꓴʉ',
  'v ᴠѵѴᏙꓦⅴ',
  'w ԝᴡѡᎳꓪɯ',
  'x ΧχХхᚷꓫⲬ×',
  'y ΥυУуʏƴүҮᎩꓬⲨ',
  'z ΖζᴢƶȥᏃꓜⲌ',
  'ae æ',
  'oe œ',
  'ss ß',
];

/** Shapes shared by other scripts: the first character stands for all in the entry. */
const OTHER = 'γГгⲄ πПпⲠ λЛлⲖ φФфⲪ σς ロ口 ニ二 カ力 タ夕 ト卜 ハ八 エ工 オ才 へヘ りリ ー一 كک يیى'.split(' ');

/**
 * Lower-case letters that look like another Latin letter than their capitals do (ν like v, Ν like N). They count only
 * where Latin stands beside them: within one script the pair of cases matters more.
 */
const BESIDE_LATIN = ['v ν', 'n ηп', 'y γ', 'u υ', 'r г', 'w ωшѡ', 'o σסه٥۵', 'l וןا١۱'];

/** Separators and marks that stand for each other. */
const PUNCTUATION: readonly (readonly [string, RegExp])[] = [
  ["'", /[`´‘’‛′ʹʻʼʽˈ՚׳＇]/g],
  ['"', /''|[“”„‟″״«»]/g],
  [' ', /[\s\p{Pd}_.,·•・‧∙⋅˙ˑ~˗−]+/gu],
];

function table(entries: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const entry of entries) {
    const [letter = '', chars = ''] = entry.split(' ');
    for (const char of chars) for (const form of [char, char.toLowerCase()]) map.set(form, letter);
  }
  return map;
}

const shared = table([...LATIN, ...OTHER.map((group) => `${[...group][0]} ${group}`)]);
const besideLatin = table(BESIDE_LATIN);

/** What each character looks like: Latin letters in lower case, separators as a space. */
export function foldLookAlikes(text: string): string {
  const mixed = /[a-z]/i.test(text) && /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
  let out = '';
  for (const char of text) {
    const first = (mixed && besideLatin.get(char)) || (shared.get(char) ?? char.toLowerCase());
    out += shared.get(first) ?? first;
  }
  for (const [mark, forms] of PUNCTUATION) out = out.replace(forms, mark);
  return out;
}
