import type { Message } from '../message/message.ts';
import type { Speech } from './index.ts';

/** The message in words. */
export function say(message: Message, { messages }: Speech<'messages'>): string {
  const speak = messages[message.code] as (args: Message['args']) => string;
  return speak(message.args);
}
