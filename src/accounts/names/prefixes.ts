/** The namespaces of a wiki in English, canonical names and aliases, lower case. Not the user namespace. */
const NAMESPACES =
  'media special talk user_talk project project_talk file file_talk image image_talk mediawiki mediawiki_talk ' +
  'template template_talk help help_talk category category_talk';

/** The interwiki prefixes that a fresh MediaWiki 1.39 installs. */
const INTERWIKI =
  'acronym advogato arxiv c2find cache commons dictionary doi drumcorpswiki dwjwiki elibre emacswiki foldoc foxwiki ' +
  'freebsdman gentoo-wiki google googlegroups hammondwiki hrwiki imdb kmwiki linuxwiki lojban lqwiki meatball ' +
  'mediawikiwiki memoryalpha metawiki metawikimedia mozillawiki mw oeis openwiki pmid pythoninfo rfc s23wiki ' +
  'seattlewireless senseislibrary shoutwiki squeak tmbw tmnet theopedia twiki uncyclopedia unreal usemod wiki wikia ' +
  'wikibooks wikidata wikif1 wikihow wikinfo wikimedia wikinews wikipedia wikiquote wikisource wikispecies ' +
  'wikiversity wikivoyage wikt wiktionary';

/**
 * Words that, before a colon, make a text a page elsewhere instead of a user name: lower case, `_` for spaces.
 * Those of an English MediaWiki with default settings.
 */
export const defaultPrefixes: readonly string[] = `${NAMESPACES} ${INTERWIKI}`.split(' ');
