/** GitHub refuses a whole log that has more results in a run. */
export const MOST_RESULTS = 25_000;
