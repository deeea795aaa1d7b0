/** What a run is at. */
export type Stage =
  | { at: 'files'; done: number; of: number }
  /** A table of which a share of its bytes has been read, from 0 to 1. */
  | { at: 'table'; file: string; share: number }
  | { at: 'evaluation' };

/** Tells who waits at a terminal what the run is at, once it has taken long. */
export interface Waiting {
  say(stage: Stage): void;
  /** Takes the line off the terminal, for good. */
  end(): void;
}
