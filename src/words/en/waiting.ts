/** What is said to whoever waits. */
export const waiting = {
  files: (done: string, of: string) => `Reading: ${done} of ${of} files`,
  table: (file: string, percent: string) => `Reading ${file}: ${percent}`,
  evaluation: 'Evaluating …',
};
