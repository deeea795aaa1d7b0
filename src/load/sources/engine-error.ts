/** What an engine says while it reads a file that it could open. */
export class EngineError extends Error {}
