import type { SyntaxFault } from '../../message/form.ts';
import type { Message } from '../../message/message.ts';
import type { FixClass } from '../../suggest.ts';
import type { TextEdit } from '../text-edits.ts';
import { syntax, type Told } from '../yaml-syntax.ts';

/** A fault of syntax that was understood: what it is, and what makes the rest of the file readable. */
export interface Cause extends Told {
  edits: readonly TextEdit[];
  /** How sure it is that the edits say what was meant; `null` where they only let one read on. */
  sure: FixClass | null;
  /** Is what stood there lost? */
  isLost?: boolean;
}

/** What is there between two offsets; the edits say what was meant unless it is said how sure that is. */
export function causeAt(
  { from, to }: { from: number; to: number },
  message: Message,
  edits: readonly TextEdit[],
  sure: FixClass | null = 'unsafe',
): Cause {
  return { from, to, message, suggestion: null, edits, sure };
}

/** Something is missing there, behind the character that is shown. */
export function insertion(at: number, text: string, fault: SyntaxFault): Cause {
  return causeAt({ from: at - 1, to: at }, syntax(fault), [{ from: at, to: at, text }]);
}

/** The fault of syntax that is said, if it is one. */
export function faultOf({ message }: Told): SyntaxFault | null {
  return message.code === 'yaml-syntax' ? message.args.fault : null;
}

/** What is said to tell it from others of its kind. */
export function textOf({ message }: Told): string {
  return message.code === 'yaml-syntax' ? message.args.text : '';
}
