import type { AuditArgs } from './audit.ts';
import type { CheckArgs } from './check.ts';
import type { CsvArgs } from './csv.ts';
import type { DatabaseArgs } from './database.ts';
import type { DiffArgs } from './diff.ts';
import type { FormArgs } from './form.ts';
import type { ProgressArgs } from './progress.ts';
import type { RoundArgs } from './round.ts';
import type { RuleArgs } from './rule.ts';
import type { UsageArgs } from './usage.ts';

/** Every message code with the type of its arguments. */
export interface MessageArgs
  extends FormArgs,
    CsvArgs,
    ProgressArgs,
    RoundArgs,
    RuleArgs,
    CheckArgs,
    UsageArgs,
    DatabaseArgs,
    DiffArgs,
    AuditArgs {}

export type MessageCode = keyof MessageArgs;

/** A message without its words: a code and its arguments. */
export type Message = {
  [Code in MessageCode]: { code: Code; args: MessageArgs[Code] };
}[MessageCode];

/** The message of one code. */
export type MessageOf<Code extends MessageCode> = Extract<Message, { code: Code }>;

/** The words of a set of messages in one language. */
export type Words<Args> = { readonly [Code in keyof Args]: (args: Args[Code]) => string };

/** A message of that code; the compiler holds code and arguments together. */
export function message<Code extends MessageCode>(
  code: Code,
  args: MessageArgs[Code],
): MessageOf<Code> {
  return { code, args } as MessageOf<Code>;
}
