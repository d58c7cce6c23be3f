/** For each language with variants: the variants, each with what stands in for it. */
const VARIANTS = [
  'ban: ban ban; ban-bali ban; ban-x-dharma ban; ban-x-palmleaf ban; ban-x-pku ban',
  'crh: crh crh-latn; crh-cyrl crh-latn; crh-latn crh-cyrl',
  'gan: gan gan-hans,gan-hant; gan-hans gan; gan-hant gan',
  'iu: ike-cans iu; ike-latn iu; iu ike-cans',
  'kk: kk kk-cyrl; kk-arab kk; kk-cn kk-arab; kk-cyrl kk; kk-kz kk-cyrl; kk-latn kk; kk-tr kk-latn',
  'ku: ku ku-latn; ku-arab ku-latn; ku-latn ku-arab',
  'shi: shi shi-latn,shi-tfng; shi-latn shi; shi-tfng shi',
  'sr: sr sr-ec; sr-ec sr; sr-el sr',
  'tg: tg tg; tg-latn tg',
  'uz: uz uz-latn; uz-cyrl uz; uz-latn uz',
  'zh: zh zh-hans,zh-hant,zh-cn,zh-tw,zh-hk,zh-sg,zh-mo,zh-my; zh-cn zh-hans,zh-sg,zh-my; zh-hans zh-cn,zh-sg,zh-my; zh-hant zh-tw,zh-hk,zh-mo; zh-hk zh-mo,zh-hant,zh-tw; zh-mo zh-hk,zh-hant,zh-tw; zh-my zh-sg,zh-hans,zh-cn; zh-sg zh-my,zh-hans,zh-cn; zh-tw zh-hant,zh-hk,zh-mo',
];

/** Language → variant → fallbacks. */
export const languageVariants: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  VARIANTS.map((line) => {
    const [language = '', rest = ''] = line.split(': ');
    const variants = rest.split('; ').map((entry): [string, string[]] => {
      const [variant = '', fallbacks = ''] = entry.split(' ');
      return [variant, fallbacks.split(',')];
    });
    return [language, new Map(variants)];
  }),
);
