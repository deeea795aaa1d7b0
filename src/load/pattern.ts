/** A step of a pattern: takes one sign, or goes on in several ways at once; past the last one all of it has matched. */
type Step =
  | { kind: 'sign'; sign: string }
  | { kind: 'one'; takes: (sign: string) => boolean }
  | { kind: 'ways'; to: number[] };

/** What stands for one sign of a name. */
const ANY = () => true;

/**
 * Does a path, whose folders `/` parts, match the pattern? `*` and `?` stand for what is in one name,
 * `**` for any folders, `[a-z]` for one sign, `{a,b}` and `@(a|b)` for one of several; `?(a)`, `*(a)`
 * and `+(a)` repeat; a pattern that names a folder stands for all in it. Hidden names have to be written.
 * However a pattern is made, a path costs no more than its length times that of the pattern: every
 * way through the pattern is gone at once.
 *
 * @returns `null` for what it does not know, `!(a)`
 */
export function pathMatcher(pattern: string): ((path: string) => boolean) | null {
  const bare = pattern.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '');
  const isAll = bare === '**';
  const isBelow = bare.endsWith('/**');
  const steps = stepsOf(isBelow ? bare.slice(0, -'/**'.length) : bare);
  if (steps === null) return null;
  const isFolder = isBelow || !bare.endsWith('*');
  return (path) => isAll || isMatch(steps, path, isFolder);
}

function isMatch(steps: readonly Step[], path: string, isFolder: boolean): boolean {
  let now = new Set<number>();
  enter(steps, 0, now);
  for (let at = 0; at < path.length; at += 1) {
    const sign = path[at]!;
    if (isFolder && sign === '/' && now.has(steps.length)) return true;
    const isHidden = sign === '.' && (at === 0 || path[at - 1] === '/');
    const next = new Set<number>();
    for (const step of now) {
      const one = steps[step];
      if (one === undefined || one.kind === 'ways') continue;
      const isTaken =
        one.kind === 'sign' ? one.sign === sign : sign !== '/' && !isHidden && one.takes(sign);
      if (isTaken) enter(steps, step + 1, next);
    }
    if (next.size === 0) return false;
    now = next;
  }
  return now.has(steps.length);
}

/** Adds the step, and those that it leads to before a sign is taken. */
function enter(steps: readonly Step[], first: number, into: Set<number>): void {
  const open = [first];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (into.has(step)) continue;
    into.add(step);
    const one = steps[step];
    if (one?.kind === 'ways') open.push(...one.to);
  }
}

function stepsOf(pattern: string): Step[] | null {
  const steps: Step[] = [];
  let at = 0;
  let isKnown = true;

  /** Goes on with what is added next, and with the steps `to`. */
  function fork(...to: number[]): { to: number[] } {
    const step: Step = { kind: 'ways', to: [steps.length + 1, ...to] };
    steps.push(step);
    return step;
  }

  /** Any number of times what `add` adds. */
  function repeated(add: () => void): void {
    const start = steps.length;
    const way = fork();
    add();
    steps.push({ kind: 'ways', to: [start] });
    way.to.push(steps.length);
  }

  const name = () => repeated(() => steps.push({ kind: 'one', takes: ANY }));

  /** The alternatives up to the closing sign, which is passed over. */
  function alternatives(mark: string, closing: string): void {
    const entry: Step = { kind: 'ways', to: [] };
    const exit: Step = { kind: 'ways', to: [] };
    steps.push(entry);
    for (;;) {
      entry.to.push(steps.length);
      sequence(mark + closing);
      steps.push(exit);
      at += 1;
      if (pattern[at - 1] !== mark) break;
    }
    exit.to.push(steps.length);
  }

  function group(repeat: string): void {
    at += 2;
    const start = steps.length;
    const add = () => alternatives('|', ')');
    if (repeat === '!') isKnown = false;
    if (repeat === '*') repeated(add);
    else if (repeat === '?') {
      const way = fork();
      add();
      way.to.push(steps.length);
    } else {
      add();
      if (repeat === '+') fork(start);
    }
  }

  function stars(): void {
    const before = at === 0 || '/{,(|'.includes(pattern[at - 1]!);
    const start = at;
    while (pattern[at] === '*' && pattern[at + 1] !== '(') at += 1;
    if (!(before && at - start === 2 && pattern[at] === '/')) {
      name();
      return;
    }
    at += 1;
    repeated(() => {
      name();
      steps.push({ kind: 'sign', sign: '/' });
    });
  }

  function sequence(until: string): void {
    while (at < pattern.length && !until.includes(pattern[at]!)) {
      const sign = pattern[at]!;
      const closing = sign === '{' || pattern[at + 1] === '(' ? closingOf(pattern, at) : -1;
      const set = sign === '[' ? /^\[([!^]?)(\]?[^\]/]*)\]/.exec(pattern.slice(at)) : null;
      if ('@?+*!'.includes(sign) && pattern[at + 1] === '(' && closing >= 0) group(sign);
      else if (sign === '{' && closing >= 0) {
        at += 1;
        alternatives(',', '}');
      } else if (sign === '*') stars();
      else if (set !== null) {
        steps.push({ kind: 'one', takes: takesOf(set[2]!, set[1] !== '') });
        at += set[0].length;
      } else {
        if (sign === '\\' && at + 1 < pattern.length) at += 1;
        steps.push(
          sign === '?' ? { kind: 'one', takes: ANY } : { kind: 'sign', sign: pattern[at]! },
        );
        at += 1;
      }
    }
  }

  sequence('');
  return isKnown ? steps : null;
}

/** Where the first bracket from there on is closed again; −1 where it is not. */
function closingOf(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if ('{('.includes(pattern[at]!)) depth += 1;
    else if ('})'.includes(pattern[at]!)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function takesOf(set: string, isOthers: boolean): (sign: string) => boolean {
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one]) => [
    from ?? one!,
    to ?? one!,
  ]);
  return (sign) => ranges.some(([from, to]) => from! <= sign && sign <= to!) !== isOthers;
}
