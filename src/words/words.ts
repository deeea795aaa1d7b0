import type { Lang, Message, MessageArgs, Words } from '../message/message.ts';
import { messages as en } from './en/messages.ts';
import { messages as vi } from './vi/messages.ts';

const WORDS: Record<Lang, Words<MessageArgs>> = { en, vi };

/** The message in words. */
export function say(message: Message, lang: Lang): string {
  const speak = WORDS[lang][message.code] as (args: Message['args']) => string;
  return speak(message.args);
}
