/** What the page can do once its script runs: narrow down, sort, open, copy a link. */

/** The text without case and accents, as people type it. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

const ORDERS: Record<string, (a: Row, b: Row) => number> = {
  document: (a, b) => a.order - b.order,
  verdict: (a, b) => a.verdict - b.verdict,
  attainment: (a, b) => a.attained - b.attained,
  name: (a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }),
};

interface Row {
  element: HTMLElement;
  order: number;
  verdict: number;
  attained: number;
  name: string;
  text: string;
  belongs: Record<string, string[]>;
}

function rowOf(element: HTMLElement, order: number): Row {
  const { group, lead, verdict, rank, attained } = element.dataset;
  const shown = [...element.querySelectorAll('.name')].map((one) => one.textContent).join(' ');
  return {
    element,
    order,
    verdict: Number(rank),
    attained: attained === undefined ? Number.POSITIVE_INFINITY : Number(attained),
    name: element.querySelector('.title')?.textContent ?? '',
    text: folded(shown),
    belongs: {
      group: JSON.parse(group ?? '[]'),
      lead: JSON.parse(lead ?? '[]'),
      verdict: JSON.parse(verdict ?? '[]'),
    },
  };
}

function setUp(whole: Element): void {
  const form = whole.querySelector('form')!;
  const output = form.querySelector('output')!;
  const opener = form.querySelector<HTMLButtonElement>('[data-open]')!;
  const none = whole.querySelector<HTMLElement>('.none')!;
  const groups = [...whole.querySelectorAll<HTMLElement>('.bullet-group')].map((element) => ({
    element,
    list: element.querySelector('ul')!,
    rows: [...element.querySelectorAll<HTMLElement>('.bullet')].map(rowOf),
  }));
  const rows = groups.flatMap((group) => group.rows);
  form.hidden = false;

  function show(): void {
    const asked = new FormData(form);
    const words = folded(String(asked.get('search') ?? ''))
      .split(/\s+/)
      .filter(Boolean);
    const isShown = ({ text, belongs }: Row) =>
      words.every((word) => text.includes(word)) &&
      Object.entries(belongs).every(([key, codes]) => {
        const wanted = asked.get(key);
        return wanted === null || wanted === '*' || codes.includes(String(wanted));
      });
    let shown = 0;
    for (const { element, rows: own } of groups) {
      let here = 0;
      for (const row of own) {
        row.element.hidden = !isShown(row);
        if (!row.element.hidden) here += 1;
      }
      element.hidden = here === 0;
      shown += here;
    }
    none.hidden = shown > 0;
    output.textContent = output.dataset.shown!.replace('{shown}', String(shown));
  }

  function sort(): void {
    const order = ORDERS[String(new FormData(form).get('sort'))] ?? ORDERS.document!;
    for (const { list, rows: own } of groups)
      list.append(
        ...[...own].sort((a, b) => order(a, b) || a.order - b.order).map(({ element }) => element),
      );
  }

  form.addEventListener('input', show);
  form.addEventListener('change', sort);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () =>
    setTimeout(() => {
      show();
      sort();
    }),
  );
  const words = [opener.textContent!, opener.dataset.open!];
  opener.addEventListener('click', () => {
    const open = opener.textContent === words[0];
    opener.textContent = words[open ? 1 : 0]!;
    for (const { element } of rows) {
      const details = element.querySelector('details')!;
      if (!element.hidden || !open) details.open = open;
    }
  });
  whole.addEventListener('reveal', () => form.reset());
}

/** Opens what the address names, and whatever is closed around it. */
function reveal(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named === null) return;
  if (named.hidden || named.closest('[hidden]')) {
    named.closest('[data-bullets]')?.dispatchEvent(new Event('reveal'));
  }
  for (let around = named.parentElement?.closest('details'); around; ) {
    around.open = true;
    around = around.parentElement?.closest('details');
  }
  const own = named.closest('.bullet')?.querySelector('details');
  if (own) own.open = true;
  // Rows out of sight have no size of their own until they come near: the second look finds them.
  const show = () => named.scrollIntoView({ block: 'start', behavior: 'instant' });
  setTimeout(() => {
    show();
    own?.querySelector('summary')?.focus({ preventScroll: true });
    requestAnimationFrame(() => requestAnimationFrame(show));
  }, 50);
}

async function copyLink(link: HTMLAnchorElement): Promise<void> {
  const text = link.textContent;
  try {
    await navigator.clipboard.writeText(link.href);
    link.textContent = link.dataset.copied!;
    setTimeout(() => {
      link.textContent = text;
    }, 2000);
  } catch {
    // Where nothing may be copied the address bar holds the link all the same.
  }
}

for (const whole of document.querySelectorAll('[data-bullets]')) setUp(whole);
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.copy') : null;
  if (link) void copyLink(link);
});
addEventListener('hashchange', reveal);
reveal();
