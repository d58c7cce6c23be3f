/** One magic word of MediaWiki's page syntax. */
export interface MagicWord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly caseSensitive: boolean;
}

/**
 * The magic words of an English MediaWiki 1.39, for clients that take page text apart: name, then `=` and its aliases
 * unless the only one is the name in capitals; `~` in front = any case.
 */
const WORDS =
  '!;=;~anchorencode;~articlepath;basepagename;basepagenamee;~bidi=BIDI:;~canonicalurl=CANONICALURL:;' +
  '~canonicalurle=CANONICALURLE:;cascadingsources;contentlanguage=CONTENTLANGUAGE,CONTENTLANG;currentday;' +
  'currentday2;currentdayname;currentdow;currenthour;currentmonth=CURRENTMONTH,CURRENTMONTH2;currentmonth1;' +
  'currentmonthabbrev;currentmonthname;currentmonthnamegen;currenttime;currenttimestamp;currentversion;' +
  'currentweek;currentyear;defaultsort=DEFAULTSORT:,DEFAULTSORTKEY:,DEFAULTCATEGORYSORT:;' +
  '~defaultsort_noerror=noerror;~defaultsort_noreplace=noreplace;directionmark=DIRECTIONMARK,DIRMARK;' +
  'displaytitle;~displaytitle_noerror=noerror;~displaytitle_noreplace=noreplace;' +
  'expectunusedcategory=__EXPECTUNUSEDCATEGORY__;~filepath=FILEPATH:;~forcetoc=__FORCETOC__;' +
  '~formatdate=formatdate,dateformat;~formatnum;fullpagename;fullpagenamee;~fullurl=FULLURL:;~fullurle=FULLURLE:;' +
  '~gender=GENDER:;~grammar=GRAMMAR:;hiddencat=__HIDDENCAT__;img_alt=alt=$1;img_baseline=baseline;' +
  'img_border=border;img_bottom=bottom;img_center=center,centre;img_class=class=$1;' +
  'img_framed=frame,framed,enframed;img_frameless=frameless;img_lang=lang=$1;img_left=left;img_link=link=$1;' +
  'img_manualthumb=thumbnail=$1,thumb=$1;img_middle=middle;img_none=none;img_page=page=$1,page $1;' +
  'img_right=right;img_sub=sub;img_super=super,sup;img_text_bottom=text-bottom;img_text_top=text-top;' +
  'img_thumbnail=thumb,thumbnail;img_top=top;img_upright=upright,upright=$1,upright $1;img_width=$1px;' +
  'index=__INDEX__;~int=INT:;~language=#LANGUAGE:;~lc=LC:;~lcfirst=LCFIRST:;localday;localday2;localdayname;' +
  'localdow;localhour;localmonth=LOCALMONTH,LOCALMONTH2;localmonth1;localmonthabbrev;localmonthname;' +
  'localmonthnamegen;localtime;localtimestamp;~localurl=LOCALURL:;~localurle=LOCALURLE:;localweek;localyear;' +
  '~msg=MSG:;~msgnw=MSGNW:;namespace;namespacee;namespacenumber;newsectionlink=__NEWSECTIONLINK__;' +
  '~nocommafysuffix=NOSEP;~nocontentconvert=__NOCONTENTCONVERT__,__NOCC__;~noeditsection=__NOEDITSECTION__;' +
  '~nogallery=__NOGALLERY__;noindex=__NOINDEX__;nonewsectionlink=__NONEWSECTIONLINK__;' +
  '~notitleconvert=__NOTITLECONVERT__,__NOTC__;~notoc=__NOTOC__;~ns=NS:;~nse=NSE:;' +
  'numberingroup=NUMBERINGROUP,NUMINGROUP;numberofactiveusers;numberofadmins;numberofarticles;numberofedits;' +
  'numberoffiles;numberofpages;numberofusers;~padleft;~padright;~pageid;pagelanguage;pagename;pagenamee;' +
  'pagesincategory=PAGESINCATEGORY,PAGESINCAT;~pagesincategory_all=all;~pagesincategory_files=files;' +
  '~pagesincategory_pages=pages;~pagesincategory_subcats=subcats;pagesinnamespace=PAGESINNAMESPACE:,PAGESINNS:;' +
  'pagesize;~plural=PLURAL:;protectionexpiry;protectionlevel;~raw=RAW:;rawsuffix=R;~redirect=#REDIRECT;' +
  'revisionday;revisionday2;revisionid;revisionmonth;revisionmonth1;revisionsize;revisiontimestamp;revisionuser;' +
  'revisionyear;rootpagename;rootpagenamee;~safesubst=SAFESUBST:;~scriptpath;~server;~servername;sitename;' +
  '~special=special;~speciale=speciale;staticredirect=__STATICREDIRECT__;~stylepath;' +
  'subjectpagename=SUBJECTPAGENAME,ARTICLEPAGENAME;subjectpagenamee=SUBJECTPAGENAMEE,ARTICLEPAGENAMEE;' +
  'subjectspace=SUBJECTSPACE,ARTICLESPACE;subjectspacee=SUBJECTSPACEE,ARTICLESPACEE;subpagename;subpagenamee;' +
  '~subst=SUBST:;~tag=tag;talkpagename;talkpagenamee;talkspace;talkspacee;~toc=__TOC__;~uc=UC:;~ucfirst=UCFIRST:;' +
  '~urlencode=URLENCODE:;~url_path=PATH;~url_query=QUERY;~url_wiki=WIKI';

/** Names of parser functions. */
const FUNCTIONS =
  'ns nse urlencode lcfirst ucfirst lc uc localurl localurle fullurl fullurle canonicalurl canonicalurle ' +
  'formatnum grammar gender plural bidi numberofpages numberofusers numberofactiveusers numberofarticles ' +
  'numberoffiles numberofadmins numberingroup numberofedits language padleft padright anchorencode defaultsort ' +
  'filepath pagesincategory pagesize protectionlevel protectionexpiry namespace namespacee namespacenumber ' +
  'talkspace talkspacee subjectspace subjectspacee pagename pagenamee fullpagename fullpagenamee rootpagename ' +
  'rootpagenamee basepagename basepagenamee subpagename subpagenamee talkpagename talkpagenamee subjectpagename ' +
  'subjectpagenamee pageid revisionid revisionday revisionday2 revisionmonth revisionmonth1 revisionyear ' +
  'revisiontimestamp revisionuser cascadingsources int special speciale tag formatdate displaytitle';

/** Names of variables. */
const VARIABLES =
  '! = currentmonth currentmonth1 currentmonthname currentmonthnamegen currentmonthabbrev currentday currentday2 ' +
  'currentdayname currentyear currenttime currenthour localmonth localmonth1 localmonthname localmonthnamegen ' +
  'localmonthabbrev localday localday2 localdayname localyear localtime localhour numberofarticles numberoffiles ' +
  'numberofedits articlepath pageid sitename server servername scriptpath stylepath pagename pagenamee ' +
  'fullpagename fullpagenamee namespace namespacee namespacenumber currentweek currentdow localweek localdow ' +
  'revisionid revisionday revisionday2 revisionmonth revisionmonth1 revisionyear revisiontimestamp revisionuser ' +
  'revisionsize subpagename subpagenamee talkspace talkspacee subjectspace subjectspacee talkpagename ' +
  'talkpagenamee subjectpagename subjectpagenamee numberofusers numberofactiveusers numberofpages currentversion ' +
  'rootpagename rootpagenamee basepagename basepagenamee currenttimestamp localtimestamp directionmark ' +
  'contentlanguage pagelanguage numberofadmins cascadingsources';

/** Magic words, in the order of the wire. */
export const magicWords: readonly MagicWord[] = WORDS.split(';').map((word) => {
  const [, tilde, name = '', aliases] = /^(~?)(.[^=]*|=)(?:=(.*))?$/.exec(word) ?? [];
  return {
    name,
    aliases: aliases === undefined ? [name.toUpperCase()] : aliases.split(','),
    caseSensitive: tilde === '',
  };
});

/** Parser functions of MediaWiki's page syntax. */
export const functionHooks: readonly string[] = FUNCTIONS.split(' ');

/** Variables of MediaWiki's page syntax. */
export const variables: readonly string[] = VARIABLES.split(' ');
