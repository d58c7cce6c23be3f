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
  'l IiLl1|ıɪʟłƚΙιІіӀӏ׀ǀɨɩƖᏞᏆꓡꓲⲒⅼ∣￨וا١۱',
  'm ΜМмᴍɱᎷꓟⲘ',
  'n ɴոɲŋƝꓠⲚ',
  'o 0ОоΟοᴏøɵօՕⲞꓳ〇०০੦૦୦௦౦೦൦๐໐០߀סه٥۵',
  'p ΡρРрᴘƥþᏢꓑⲢ',
  'q ԛʠզ',
  'r ГгΓγⲄʀᎡᏒꓣɍ',
  's ЅѕꜱᏚꓢՏƨ',
  't ΤτТтᴛŧƭᎢꓔⲦ',
  'u ᴜսՍʊꓴʉ',
  'v ᴠѵѴᏙꓦⅴ',
  'w ԝᴡѡωшΩШᎳꓪɯ',
  'x ΧχХхᚷꓫⲬ×',
  'y ΥυУуʏƴүҮᎩꓬⲨ',
  'z ΖζᴢƶȥᏃꓜⲌ',
  'ae æ',
  'oe œ',
  'ss ß',
];

/** Shapes shared by other scripts: the first character stands for all in the entry. */
const OTHER = 'πПпⲠ λЛлⲖ φФфⲪ σς ロ口 ニ二 カ力 タ夕 ト卜 ハ八 エ工 オ才 へヘ りリ ー一 كک يیى'.split(' ');

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

const shapes = table([...LATIN, ...OTHER.map((group) => `${[...group][0]} ${group}`)])
  // The one pair whose cases look like different letters, both of them perfectly.
  .set('Ν', 'n')
  .set('ν', 'v');

/** One form for each kind of quote and for the separators; repeated separators become one space. */
export function foldPunctuation(text: string): string {
  let out = text;
  for (const [mark, forms] of PUNCTUATION) out = out.replace(forms, mark);
  return out;
}

/** What each character looks like: mostly Latin letters in lower case. */
export function foldShapes(text: string): string {
  let out = '';
  for (const char of text) {
    const lower = char.toLowerCase();
    out += shapes.get(char) ?? shapes.get(lower) ?? lower;
  }
  return out;
}
