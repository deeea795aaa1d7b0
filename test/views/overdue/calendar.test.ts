import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { foldLines } from 'ical-generator';
import { afterEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/load/plan.ts';
import { deadlinesOf } from '../../../src/overdue.ts';
import type { Plan } from '../../../src/plan.ts';
import type { ProgressRow } from '../../../src/progress.ts';
import { overdueCalendar } from '../../../src/views/overdue/calendar.ts';
import { foldedLines } from '../../../src/views/overdue/folded-lines.ts';
import { SPEECH } from '../../speech.ts';

function realPlan(name: string): Plan {
  const file = path.resolve(import.meta.dirname, `../../../plans/${name}.yaml`);
  const { plan } = readPlan(`plans/${name}.yaml`, readFileSync(file, 'utf8'));
  if (!plan) throw new Error(name);
  return plan;
}

const danang = realPlan('danang-2024');

function calendar(
  plan: Plan,
  { asOf = '2024-07-15', rows = [] as ProgressRow[], lang = 'vi' as const } = {},
) {
  return overdueCalendar([deadlinesOf(plan, rows, { asOf })], { speech: SPEECH[lang] });
}

const done = (task: string, more: Partial<ProgressRow> = {}): ProgressRow => ({
  task,
  occurrence: null,
  agency: null,
  status: 'done',
  date: '2024-07-01',
  due: null,
  source: '',
  note: '',
  file: 'p.progress.csv',
  line: 2,
  ...more,
});

/** Content lines with their folds undone, as RFC 5545, 3.1, has readers do it. */
const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

/** The events as maps from a property's name to its value. */
function eventsOf(text: string): Map<string, string>[] {
  return text
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map(
      (event) =>
        new Map(
          unfolded(event).map((line): [string, string] => {
            const [, name = '', value = ''] = /^([^:;]+)[^:]*:(.*)$/s.exec(line) ?? [];
            return [name, value];
          }),
        ),
    );
}

/** RFC 5545, 3.3.11. */
const unescaped = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one));

describe('the calendar', () => {
  it('is made of lines of at most 75 octets that end in CRLF', () => {
    const text = calendar(danang);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const octets = text.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  });

  it('parts long ones where the library does', () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 3 });
    fc.assert(
      fc.property(lines, (texts) => {
        const text = texts.join('\r\n');
        expect(foldedLines(text)).toBe(foldLines(text));
      }),
    );
    expect(foldedLines('a'.repeat(75))).toBe(`${'a'.repeat(74)}\r\n a`);
    expect(foldedLines(`${'ề'.repeat(24)}😀`)).toBe(`${'ề'.repeat(24)}\r\n 😀`);
  });

  it('has every due day as an event of that whole day', () => {
    const events = eventsOf(calendar(danang));
    const dated = deadlinesOf(danang, [], { asOf: '2024-07-15' }).items.filter(({ due }) => due);
    expect(events).toHaveLength(dated.length);
    const first = events.find((event) => event.get('UID') === 'danang-2024.tc-a@dti-eval');
    expect(first?.get('DTSTART')).toBe('20240731');
    expect(first?.get('DTEND')).toBe('20240801');
    expect(calendar(danang)).toContain('DTSTART;VALUE=DATE:20240731');
    expect(first?.get('STATUS')).toBe('CONFIRMED');
    expect(first?.get('TRANSP')).toBe('TRANSPARENT');
  });

  it('names each entry the same from run to run, and no two alike', () => {
    const rows = [
      done('tc-a'),
      done('tien-do-quy', { occurrence: '2024-06-30' }),
      done('tc-b', { status: 'extended', due: '2024-12-31' }),
    ];
    const uids = (text: string) => eventsOf(text).map((event) => event.get('UID'));
    const before = uids(calendar(danang));
    expect(uids(calendar(danang, { asOf: '2025-06-01', rows }))).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    expect(before).toContain('danang-2024.tien-do-quy.2024-06-30@dti-eval');
  });

  it('is newer on a later day, and the same on the same', () => {
    const numbers = (asOf: string) =>
      Number(eventsOf(calendar(danang, { asOf }))[0]?.get('SEQUENCE'));
    expect(numbers('2024-07-16')).toBe(numbers('2024-07-15') + 1);
    expect(numbers('2024-01-01')).toBe(0);
    expect(calendar(danang)).toBe(calendar(danang));
    expect(eventsOf(calendar(danang))[0]?.get('DTSTAMP')).toBe('20240715T000000Z');
  });

  it('brings up to date what was done, extended or cancelled', () => {
    const rows = [
      done('tc-a'),
      done('tc-b', { status: 'extended', due: '2024-12-31' }),
      done('da-b', { status: 'cancelled' }),
    ];
    const events = eventsOf(calendar(danang, { rows }));
    const event = (id: string) =>
      events.find((one) => one.get('UID') === `danang-2024.${id}@dti-eval`)!;
    expect(event('tc-a').get('SUMMARY')).toMatch(/^✓ /);
    expect(event('tc-b').get('DTSTART')).toBe('20241231');
    expect(event('tc-b').get('DESCRIPTION')).toContain('hạn trong kế hoạch: 30/04/2024');
    expect(event('da-b').get('STATUS')).toBe('CANCELLED');
  });
});

describe('texts', () => {
  const titled = (title: string): Plan => ({
    ...danang,
    tasks: [{ ...danang.tasks[0]!, title }],
    reports: [],
  });

  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
        const title = `Việc ${written}`.replace(
          /\p{Cc}|\s+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
          ' ',
        );
        const text = calendar(titled(title));
        const summary = unescaped(eventsOf(text)[0]!.get('SUMMARY')!);
        expect(summary.replace(/^✗ /, '').normalize('NFC').replace(/\s+/g, ' ').trim()).toBe(
          title.normalize('NFC').replace(/\s+/g, ' ').trim(),
        );
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
      }),
      { numRuns: 200 },
    );
  });

  it('cannot open a property or an event of their own', () => {
    const text = calendar(titled('a\r\nEND:VEVENT\r\nX-EVIL:1\nb'));
    expect(eventsOf(text)).toHaveLength(1);
    expect(unfolded(text)).not.toContain('X-EVIL:1');
  });

  it('of the calendar are escaped once', () => {
    const text = calendar({ ...danang, document: '1,2;3\\4/KH' });
    expect(unfolded(text)).toContain('X-WR-CALNAME:Thời hạn của 1\\,2\\;3\\\\4/KH');
    expect(eventsOf(text)[0]?.get('CATEGORIES')).toBe('1\\,2\\;3\\\\4/KH');
  });
});

describe('in any zone of the world', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('the same', () => {
    const here = calendar(danang);
    for (const name of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Ho_Chi_Minh']) {
      process.env.TZ = name;
      expect(new Date('2024-07-15T00:00:00Z').getTimezoneOffset()).not.toBe(0);
      expect(calendar(danang)).toBe(here);
    }
  });
});
