import type { MessageNode, MessageNodes } from './nodes.ts';

/** Splits nodes at the line ends in their texts. */
function linesOf(nodes: MessageNodes): MessageNodes[] {
  const lines: MessageNode[][] = [[]];
  for (const node of nodes) {
    if (typeof node !== 'string') {
      lines.at(-1)?.push(node);
      continue;
    }
    const [first = '', ...more] = node.split('\n');
    if (first !== '') lines.at(-1)?.push(first);
    for (const part of more) lines.push(part === '' ? [] : [part]);
  }
  return lines;
}

const withoutStar = (line: MessageNodes): MessageNodes => [String(line[0]).replace(/^\*\s*/, ''), ...line.slice(1)];

const isItem = (line: MessageNodes): boolean => typeof line[0] === 'string' && line[0].startsWith('*');

/**
 * The block structure of a message: lines that begin with `*` are a list, an empty line separates paragraphs. A message
 * of one paragraph stays without `<p>`, so that it can stand inside a line.
 */
export function htmlBlocks(nodes: MessageNodes, inline: (nodes: MessageNodes) => string): string {
  if (!nodes.some((node) => typeof node === 'string' && (node.includes('\n') || node.startsWith('*'))))
    return inline(nodes);
  const blocks: string[] = [];
  let items: string[] = [];
  let paragraph: string[] = [];
  let paragraphs = 0;
  const endItems = () => {
    if (items.length > 0) blocks.push(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
    items = [];
  };
  const endParagraph = () => {
    if (paragraph.length > 0) {
      blocks.push(`<p>${paragraph.join('\n')}</p>`);
      paragraphs++;
    }
    paragraph = [];
  };
  for (const line of linesOf(nodes)) {
    if (isItem(line)) {
      endParagraph();
      items.push(inline(withoutStar(line)));
    } else {
      endItems();
      if (line.length === 0) endParagraph();
      else paragraph.push(inline(line));
    }
  }
  endItems();
  endParagraph();
  return blocks.length === 1 && paragraphs === 1 ? (blocks[0] ?? '').slice(3, -4) : blocks.join('\n');
}
