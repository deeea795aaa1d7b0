import type { Command } from 'commander';
import type { Session } from './session.ts';

/** Takes the exit code of the command that ran. */
export type Finish = (code: number) => void;

/** Adds one command to the command line. Its own code is loaded when it is called, never before. */
export type Define = (cli: Command, session: Session, finish: Finish) => Command;
