import { describe, expect, it } from 'vitest';
import type { DeadlineItem } from '../../../src/overdue.ts';
import { axisOf, timelineBar } from '../../../src/views/overdue/timeline.ts';

/** Ten days on ten columns, of which the sixth is today. */
const span = { issued: '2024-07-01', today: '2024-07-06' };

function anItem(over: Partial<DeadlineItem>): DeadlineItem {
  return {
    plan: 'p',
    kind: 'task',
    id: 'a',
    title: 'A',
    lead: [],
    agency: null,
    group: null,
    due: null,
    state: 'upcoming',
    daysOverdue: 0,
    occurrence: null,
    originalDue: null,
    doneOn: null,
    lateBy: null,
    start: null,
    per: null,
    reported: null,
    note: '',
    file: 'p.yaml',
    line: 1,
    ...over,
  };
}

const last = anItem({ id: 'last', due: '2024-07-10' });
const bar = (over: Partial<DeadlineItem>) => {
  const item = anItem(over);
  return timelineBar(item, axisOf([item, last], span, 10));
};

describe('a bar', () => {
  it.each<[string, Partial<DeadlineItem>]>([
    ['├────┃──┤ ', { due: '2024-07-09' }],
    ['├─┤··┃    ', { due: '2024-07-03', state: 'overdue' }],
    ['├───┤┃    ', { due: '2024-07-05', state: 'overdue' }],
    ['├────┨    ', { due: '2024-07-06', state: 'due-soon' }],
    ['   ├─┃──┤ ', { due: '2024-07-09', start: '2024-07-04' }],
    ['     ┠──┤ ', { due: '2024-07-09', start: '2024-07-06' }],
    ['     ┃├─┤ ', { due: '2024-07-09', start: '2024-07-07' }],
    ['├─✓─┤┃    ', { due: '2024-07-05', doneOn: '2024-07-03', state: 'done' }],
    ['├─┤ ✓┃    ', { due: '2024-07-03', doneOn: '2024-07-05', state: 'done-late' }],
    ['├─┤  ┃    ', { due: '2024-07-03', state: 'done' }],
    ['', { due: null, state: 'undated' }],
  ])('%j', (drawn, over) => {
    expect(bar(over)).toBe(drawn);
  });

  it('of what was due before the issue is its due day', () => {
    const item = anItem({ due: '2024-06-29', state: 'overdue' });
    const axis = axisOf([item, last], span, 12);
    expect(axis).toMatchObject({ from: '2024-06-29', to: '2024-07-10' });
    expect(timelineBar(item, axis)).toBe('┤······┃    ');
  });
});

it('an axis of one day has its place', () => {
  const item = anItem({ due: '2024-07-06', state: 'due-soon' });
  const axis = axisOf([item], { issued: '2024-07-06', today: '2024-07-06' }, 5);
  expect(timelineBar(item, axis)).toBe('┨    ');
});
