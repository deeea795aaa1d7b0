import { type Finding, finding, lineOf } from '../finding.ts';
import type { Limits } from '../limits.ts';
import { message } from '../message/message.ts';
import type { FileProblem, Spot } from './files.ts';
import { overLimit } from './over-limit.ts';

/** What is said of a YAML file that is there and has no text. */
export function noText(
  file: string,
  { problem, nul }: { problem: FileProblem; nul?: Spot },
  limits: Limits,
): Finding {
  const place = lineOf(file, 1);
  if (nul !== undefined) {
    const at = { file, ...nul, endLine: nul.line, endColumn: nul.column + 1 };
    return finding({ rule: 'file-encoding', place: at, message: message('file-with-nul', {}) });
  }
  if (problem === 'empty')
    return finding({ rule: 'schema', place, message: message('no-content', {}) });
  if (problem === 'missing')
    return finding({
      rule: 'schema',
      place,
      message: message('csv-unreadable', { why: 'missing' }),
    });
  if (problem === 'too-large') return overLimit('plan-bytes', limits, place);
  const said = message(problem === 'binary' ? 'file-not-text' : 'file-not-decodable', {});
  return finding({ rule: 'file-encoding', place, message: said });
}
