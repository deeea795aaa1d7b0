import type { Block } from '../../formats/document.ts';
import { roman } from '../../words/roman.ts';
import type { ReportContext } from './view.ts';

/**
 * The document with its headings numbered as officials number them: I., 1., a). Annexes have labels
 * of their own; a chapter that stands alone, and one that is said to have no number, has none.
 */
export function numbered(blocks: readonly Block[], { words }: ReportContext): Block[] {
  const { letters } = words.chapters;
  const isChapter = (block: Block) =>
    block.kind === 'heading' && block.level === 2 && !block.isAnnex && !block.isPlain;
  const isAlone = blocks.filter(isChapter).length < 2;
  const counts = [0, 0, 0];
  const next = (depth: number) => {
    counts.fill(0, depth + 1);
    counts[depth]! += 1;
    return counts[depth]!;
  };
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.isPlain) return block;
    const { level } = block;
    if (block.isAnnex) counts.fill(0, 1);
    if (block.isAnnex || level < 2 || level > 4 || (level === 2 && isAlone)) return block;
    const count = next(level - 2);
    const number = [`${roman(count)}.`, `${count}.`, `${letterOf(count, letters)})`][level - 2]!;
    return { ...block, number };
  });
}

/** Beyond the last letter they begin anew, doubled. */
function letterOf(count: number, letters: string): string {
  const times = Math.ceil(count / letters.length);
  return letters[(count - 1) % letters.length]!.repeat(times);
}
