import { fileURLToPath } from 'node:url';

/** The file of the program that this is built into. */
export const HERE = fileURLToPath(import.meta.url);
