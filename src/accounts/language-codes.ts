/** Codes of the languages that MediaWiki 1.39 knows by name. */
const CODES =
  'aa ab abs ace ady ady-cyrl aeb aeb-arab aeb-latn af ak aln als alt am ami an ang anp ar arc arn arq ary arz as ' +
  'ase ast atj av avk awa ay az azb ba ban ban-bali bar bat-smg bbc bbc-latn bcc bci bcl be be-tarask be-x-old bg ' +
  'bgn bh bho bi bjn blk bm bn bo bpy bqi br brh bs btm bto bug bxr ca cbk-zam cdo ce ceb ch cho chr chy ckb co cps ' +
  'cr crh crh-cyrl crh-latn cs csb cu cv cy da dag de de-at de-ch de-formal din diq dsb dtp dty dv dz ee egl el eml ' +
  'en en-ca en-gb eo es es-419 es-formal et eu ext fa fat ff fi fit fiu-vro fj fo fon fr frc frp frr fur fy ga gaa ' +
  'gag gan gan-hans gan-hant gcr gd gl gld glk gn gom gom-deva gom-latn gor got gpe grc gsw gu guc gur guw gv ha ' +
  'hak haw he hi hif hif-latn hil ho hr hrx hsb hsn ht hu hu-formal hy hyw hz ia id ie ig ii ik ike-cans ike-latn ' +
  'ilo inh io is it iu ja jam jbo jut jv ka kaa kab kbd kbd-cyrl kbp kcg kea kg khw ki kiu kj kjp kk kk-arab kk-cn ' +
  'kk-cyrl kk-kz kk-latn kk-tr kl km kn ko ko-kp koi kr krc kri krj krl ks ks-arab ks-deva ksh ksw ku ku-arab ' +
  'ku-latn kum kv kw ky la lad lb lbe lez lfn lg li lij liv lki lld lmo ln lo loz lrc lt ltg lus luz lv lzh lzz mad ' +
  'mai map-bms mdf mg mh mhr mi min mk ml mn mni mnw mo mos mr mrh mrj ms ms-arab mt mus mwl my myv mzn na nah nan ' +
  'nap nb nds nds-nl ne new ng nia niu nl nl-informal nmz nn no nod nov nqo nrm nso nv ny nyn nys oc ojb olo om or ' +
  'os pa pag pam pap pcd pcm pdc pdt pfl pi pih pl pms pnb pnt prg ps pt pt-br pwn qu qug rgn rif rm rmc rmy rn ro ' +
  'roa-rup roa-tara rsk ru rue rup ruq ruq-cyrl ruq-latn rw ryu sa sah sat sc scn sco sd sdc sdh se se-fi se-no ' +
  'se-se sei ses sg sgs sh shi shi-latn shi-tfng shn shy shy-latn si simple sjd sje sk skr skr-arab sl sli sm sma ' +
  'smn sms sn so sq sr sr-ec sr-el srn sro ss st stq sty su sv sw syl szl szy ta tay tcy tdd te tet tg tg-cyrl ' +
  'tg-latn th ti tk tl tly tly-cyrl tn to tpi tr tru trv ts tt tt-cyrl tt-latn tum tw ty tyv tzm udm ug ug-arab ' +
  'ug-latn uk ur uz uz-cyrl uz-latn ve vec vep vi vls vmf vmw vo vot vro wa war wls wo wuu xal xh xmf xsy yi yo yrl ' +
  'yue za zea zgh zh zh-classical zh-cn zh-hans zh-hant zh-hk zh-min-nan zh-mo zh-my zh-sg zh-tw zh-yue zu';

/** Codes whose standard (BCP 47) form is more than a matter of capital letters. */
const STANDARD =
  'als=gsw bat-smg=sgs be-x-old=be-tarask cbk-zam=cbk de-formal=de-x-formal eml=egl es-formal=es-x-formal ' +
  'fiu-vro=vro hu-formal=hu-x-formal map-bms=jv-x-bms mo=ro-Cyrl-MD nl-informal=nl-x-informal nrm=nrf roa-rup=rup ' +
  'roa-tara=nap-x-tara simple=en-simple sr-ec=sr-Cyrl sr-el=sr-Latn zh-classical=lzh zh-cn=zh-Hans-CN ' +
  'zh-hk=zh-Hant-HK zh-min-nan=nan zh-mo=zh-Hant-MO zh-my=zh-Hans-MY zh-sg=zh-Hans-SG zh-tw=zh-Hant-TW zh-yue=yue';

/** Languages that people can choose, by MediaWiki's codes. */
export const languageCodes: readonly string[] = CODES.split(' ');

const known: ReadonlySet<string> = new Set(languageCodes);
const standard = new Map(STANDARD.split(' ').map((pair) => pair.split('=') as [string, string]));

/** Whether a code is one of {@link languageCodes}. */
export const isLanguageCode = (code: string): boolean => known.has(code);

/** The BCP 47 form of a code: `zh-hant` → `zh-Hant`, `de-formal` → `de-x-formal`. */
export function bcp47(code: string): string {
  const own = standard.get(code);
  if (own !== undefined) return own;
  const [language = '', ...rest] = code.split('-');
  const parts = rest.map((part) =>
    part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1) : part.length === 2 ? part.toUpperCase() : part,
  );
  return [language, ...parts].join('-');
}

const namesIn = (language: string): ((code: string) => string) => {
  const names = new Intl.DisplayNames([bcp47(language), 'en'], { type: 'language' });
  return (code) => {
    try {
      return names.of(bcp47(code)) ?? code;
    } catch {
      // Intl knows no codes such as `map-bms`.
      return code;
    }
  };
};

/** Names of languages in themselves. Intl needs a new object for each, which takes about 0.1 ms. */
const ownNames = new Map<string, string>();

function ownName(code: string): string {
  let name = ownNames.get(code);
  if (name === undefined) {
    name = namesIn(code)(code);
    if (known.has(code)) ownNames.set(code, name);
  }
  return name;
}

/** Names languages in one of {@link languageCodes}, or with null each in itself. The code where there is no name. */
export const languageNames = (inLanguage: string | null): ((code: string) => string) =>
  inLanguage === null ? ownName : namesIn(inLanguage);
