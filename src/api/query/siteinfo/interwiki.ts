/** A prefix that means another site. */
export interface Interwiki {
  readonly prefix: string;
  /** Address of a page; `$1` stands for its title. */
  readonly url: string;
  readonly api?: string;
}

/**
 * The prefixes of a fresh MediaWiki 1.39: the same that no user name may begin with. Prefix, address and, where there
 * is one, the address of the API.
 */
const SITES = [
  'acronym https://www.acronymfinder.com/~/search/af.aspx?string=exact&Acronym=$1',
  'advogato http://www.advogato.org/$1',
  'arxiv https://www.arxiv.org/abs/$1',
  'c2find http://c2.com/cgi/wiki?FindPage&value=$1',
  'cache https://www.google.com/search?q=cache:$1',
  'commons https://commons.wikimedia.org/wiki/$1 https://commons.wikimedia.org/w/api.php',
  'dictionary http://www.dict.org/bin/Dict?Database=*&Form=Dict1&Strategy=*&Query=$1',
  'doi https://dx.doi.org/$1',
  'drumcorpswiki http://www.drumcorpswiki.com/$1 http://drumcorpswiki.com/api.php',
  'dwjwiki http://www.suberic.net/cgi-bin/dwj/wiki.cgi?$1',
  'elibre http://enciclopedia.us.es/index.php/$1 http://enciclopedia.us.es/api.php',
  'emacswiki https://www.emacswiki.org/emacs/$1',
  'foldoc https://foldoc.org/?$1',
  'foxwiki https://fox.wikis.com/wc.dll?Wiki~$1',
  'freebsdman https://www.FreeBSD.org/cgi/man.cgi?apropos=1&query=$1',
  'gentoo-wiki http://gentoo-wiki.com/$1',
  'google https://www.google.com/search?q=$1',
  'googlegroups https://groups.google.com/groups?q=$1',
  'hammondwiki http://www.dairiki.org/HammondWiki/$1',
  'hrwiki http://www.hrwiki.org/wiki/$1 http://www.hrwiki.org/w/api.php',
  'imdb http://www.imdb.com/find?q=$1&tt=on',
  'kmwiki https://kmwiki.wikispaces.com/$1',
  'linuxwiki http://linuxwiki.de/$1',
  'lojban https://mw.lojban.org/papri/$1',
  'lqwiki http://wiki.linuxquestions.org/wiki/$1',
  'meatball http://meatballwiki.org/wiki/$1',
  'mediawikiwiki https://www.mediawiki.org/wiki/$1 https://www.mediawiki.org/w/api.php',
  'memoryalpha http://en.memory-alpha.org/wiki/$1 http://en.memory-alpha.org/api.php',
  'metawiki http://sunir.org/apps/meta.pl?$1',
  'metawikimedia https://meta.wikimedia.org/wiki/$1 https://meta.wikimedia.org/w/api.php',
  'mozillawiki https://wiki.mozilla.org/$1 https://wiki.mozilla.org/api.php',
  'mw https://www.mediawiki.org/wiki/$1 https://www.mediawiki.org/w/api.php',
  'oeis https://oeis.org/$1',
  'openwiki http://openwiki.com/ow.asp?$1',
  'pmid https://www.ncbi.nlm.nih.gov/pubmed/$1?dopt=Abstract',
  'pythoninfo https://wiki.python.org/moin/$1',
  'rfc https://tools.ietf.org/html/rfc$1',
  's23wiki http://s23.org/wiki/$1 http://s23.org/w/api.php',
  'seattlewireless http://seattlewireless.net/$1',
  'senseislibrary https://senseis.xmp.net/?$1',
  'shoutwiki http://www.shoutwiki.com/wiki/$1 http://www.shoutwiki.com/w/api.php',
  'squeak http://wiki.squeak.org/squeak/$1',
  'theopedia https://www.theopedia.com/$1',
  'tmbw http://www.tmbw.net/wiki/$1 http://tmbw.net/wiki/api.php',
  'tmnet http://www.technomanifestos.net/?$1',
  'twiki http://twiki.org/cgi-bin/view/$1',
  'uncyclopedia https://en.uncyclopedia.co/wiki/$1 https://en.uncyclopedia.co/w/api.php',
  'unreal https://wiki.beyondunreal.com/$1 https://wiki.beyondunreal.com/w/api.php',
  'usemod http://www.usemod.com/cgi-bin/wiki.pl?$1',
  'wiki http://c2.com/cgi/wiki?$1',
  'wikia http://www.wikia.com/wiki/$1',
  'wikibooks https://en.wikibooks.org/wiki/$1 https://en.wikibooks.org/w/api.php',
  'wikidata https://www.wikidata.org/wiki/$1 https://www.wikidata.org/w/api.php',
  'wikif1 http://www.wikif1.org/$1',
  'wikihow https://www.wikihow.com/$1 https://www.wikihow.com/api.php',
  'wikimedia https://foundation.wikimedia.org/wiki/$1 https://foundation.wikimedia.org/w/api.php',
  'wikinews https://en.wikinews.org/wiki/$1 https://en.wikinews.org/w/api.php',
  'wikinfo http://wikinfo.co/English/index.php/$1',
  'wikipedia https://en.wikipedia.org/wiki/$1 https://en.wikipedia.org/w/api.php',
  'wikiquote https://en.wikiquote.org/wiki/$1 https://en.wikiquote.org/w/api.php',
  'wikisource https://wikisource.org/wiki/$1 https://wikisource.org/w/api.php',
  'wikispecies https://species.wikimedia.org/wiki/$1 https://species.wikimedia.org/w/api.php',
  'wikiversity https://en.wikiversity.org/wiki/$1 https://en.wikiversity.org/w/api.php',
  'wikivoyage https://en.wikivoyage.org/wiki/$1 https://en.wikivoyage.org/w/api.php',
  'wikt https://en.wiktionary.org/wiki/$1 https://en.wiktionary.org/w/api.php',
  'wiktionary https://en.wiktionary.org/wiki/$1 https://en.wiktionary.org/w/api.php',
];

/** Prefixes of other sites. */
export const interwikiMap: readonly Interwiki[] = SITES.map((line) => {
  const [prefix = '', url = '', api] = line.split(' ');
  return api === undefined ? { prefix, url } : { prefix, url, api };
});
