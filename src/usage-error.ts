import { type Message, type MessageArgs, type MessageCode, message } from './message/message.ts';

/** Something that the user must mend: a bad option, a missing file. Said in one line, exit code 2. */
export class UsageError extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.code);
    this.said = said;
  }
}

/** A {@link UsageError} with that message. */
export function usageError<Code extends MessageCode>(
  code: Code,
  args: MessageArgs[Code],
): UsageError {
  return new UsageError(message(code, args));
}
