import { cleanInput } from '../../base/utf8.ts';

/** Names of U+00A0 to U+00FF in order (HTML 4). */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring ' +
  'AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml ' +
  'times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil ' +
  'egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ' +
  'ugrave uacute ucirc uuml yacute thorn yuml';

/** Runs of the other HTML 4 names: first code point in hex, then names of consecutive characters. */
const RUNS =
  '152:OElig,oelig 160:Scaron,scaron 178:Yuml 192:fnof 2c6:circ 2dc:tilde ' +
  '391:Alpha,Beta,Gamma,Delta,Epsilon,Zeta,Eta,Theta,Iota,Kappa,Lambda,Mu,Nu,Xi,Omicron,Pi,Rho ' +
  '3a3:Sigma,Tau,Upsilon,Phi,Chi,Psi,Omega 3b1:alpha,beta,gamma,delta,epsilon,zeta,eta,theta,iota,kappa,lambda ' +
  '3bc:mu,nu,xi,omicron,pi,rho,sigmaf,sigma,tau,upsilon,phi,chi,psi,omega 3d1:thetasym,upsih 3d6:piv 2002:ensp,emsp ' +
  '2009:thinsp 200c:zwnj,zwj,lrm,rlm 2013:ndash,mdash 2018:lsquo,rsquo,sbquo 201c:ldquo,rdquo,bdquo ' +
  '2020:dagger,Dagger,bull 2026:hellip 2030:permil 2032:prime,Prime 2039:lsaquo,rsaquo 203e:oline 2044:frasl ' +
  '20ac:euro 2111:image 2118:weierp 211c:real 2122:trade 2135:alefsym 2190:larr,uarr,rarr,darr,harr 21b5:crarr ' +
  '21d0:lArr,uArr,rArr,dArr,hArr 2200:forall 2202:part,exist 2205:empty 2207:nabla,isin,notin 220b:ni 220f:prod ' +
  '2211:sum,minus 2217:lowast 221a:radic 221d:prop,infin 2220:ang 2227:and,or,cap,cup,int 2234:there4 223c:sim ' +
  '2245:cong 2248:asymp 2260:ne,equiv 2264:le,ge 2282:sub,sup,nsub 2286:sube,supe 2295:oplus 2297:otimes ' +
  '22a5:perp 22c5:sdot 2308:lceil,rceil,lfloor,rfloor 27e8:lang,rang 25ca:loz 2660:spades 2663:clubs ' +
  '2665:hearts,diams';

/** HTML 5 names of ASCII characters; `=` joins names of the same one. */
const ASCII =
  '9:Tab a:NewLine 21:excl 22:QUOT=quot 23:num 24:dollar 25:percnt 26:AMP=amp 27:apos 28:lpar 29:rpar ' +
  '2a:ast=midast 2b:plus 2c:comma 2e:period 2f:sol 3a:colon 3b:semi 3c:LT=lt 3d:equals 3e:GT=gt 3f:quest ' +
  '40:commat 5b:lbrack=lsqb 5c:bsol 5d:rbrack=rsqb 5e:Hat 5f:UnderBar=lowbar 60:DiacriticalGrave=grave ' +
  '7b:lbrace=lcub 7c:VerticalLine=verbar=vert 7d:rbrace=rcub';

function buildTable(): Map<string, string> {
  const table = new Map<string, string>();
  LATIN1.split(' ').forEach((name, i) => {
    table.set(name, String.fromCharCode(0xa0 + i));
  });
  for (const run of `${RUNS} ${ASCII}`.split(' ')) {
    const [first = '', names = ''] = run.split(':');
    names.split(',').forEach((group, i) => {
      const char = String.fromCodePoint(Number.parseInt(first, 16) + i);
      for (const name of group.split('=')) table.set(name, char);
    });
  }
  // MediaWiki's own Hebrew and Arabic names for the right-to-left mark.
  table.set('רלמ', '\u200f').set('رلم', '\u200f');
  return table;
}

let table: Map<string, string> | undefined;

/**
 * Replaces named character references (`&eacute;`) as MediaWiki does before it reads a title, and normalises the result.
 * Numeric ones never get here: a name with `#` is refused earlier. Rarer HTML 5 names stay, and so make the name invalid.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  table ??= buildTable();
  const names = table;
  return cleanInput(
    text.replace(/&([A-Za-z0-9\u0080-\u{10ffff}]+);/gu, (whole, name: string) => names.get(name) ?? whole),
  );
}
