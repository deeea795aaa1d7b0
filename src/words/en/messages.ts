import type { MessageArgs, Words } from '../../message/message.ts';
import { auditMessages } from '../audit-said.ts';
import { audit } from './audit.ts';
import { check } from './check.ts';
import { csv } from './csv.ts';
import { database } from './database.ts';
import { diff } from './diff.ts';
import { form } from './form.ts';
import { progress } from './progress.ts';
import { reasons } from './reason.ts';
import { roundMessages } from './round-messages.ts';
import { rules } from './rules.ts';
import { status } from './status.ts';
import { usage } from './usage.ts';

export const messages: Words<MessageArgs> = {
  ...form,
  ...csv,
  ...progress,
  ...rules,
  ...check,
  ...usage,
  ...database,
  ...roundMessages,
  ...diff,
  ...auditMessages({ lang: 'en', audit, status, reasons }),
};
