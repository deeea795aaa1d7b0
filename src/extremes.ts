/** The greatest of the numbers and of `least`; of as many as there are, which a call’s arguments must not be. */
export function greatest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The least of the numbers and of `most`. */
export function least(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
