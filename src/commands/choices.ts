import { suggest } from '../suggest.ts';
import { usageError } from './session.ts';

/**
 * Holds the words given to an option against the known ones.
 * @throws UsageError naming the valid ones, with the one most probably meant
 */
export function checkChoices<Choice extends string>(
  option: string,
  given: readonly string[],
  valid: readonly Choice[],
): Choice[] {
  return given.map((found) => {
    const known = valid.find((choice) => choice === found);
    if (known !== undefined) return known;
    const choices = [...new Set(valid)];
    throw usageError('unknown-choice', {
      option,
      found,
      valid: choices,
      suggestion: suggest(found, choices),
    });
  });
}
