import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isAtMost, parseTarget } from '../src/target.ts';

interface Measure {
  code: string;
  name: string;
  'name-en': string;
  definition: string;
  unit?: string;
  direction: 'up' | 'down';
  kind: 'share' | 'count' | 'rank' | 'growth' | 'milestone';
  similar?: string[];
}

interface Measurable {
  id: string;
  name: string;
  unit?: string;
  measure?: string;
  targets?: Record<string, string | number>;
  parts?: Measurable[];
}

interface Use {
  plan: string;
  address: string;
  measurable: Measurable;
  measure: string;
}

const root = new URL('../', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, root), 'utf8');
const json = (file: string) => JSON.parse(text(file));
const planFiles = readdirSync(new URL('plans/', root)).filter((name) => name.endsWith('.yaml'));

const measures: Measure[] = parse(text('plans/catalogue/measures.yaml')).measures;
const measureOf = new Map(measures.map((measure) => [measure.code, measure]));
const plans = planFiles.map((file) => parse(text(`plans/${file}`)) as PlanFile);
const uses = plans.flatMap(usesIn);

interface PlanFile {
  id: string;
  indicators: Measurable[];
}

function usesIn(plan: PlanFile): Use[] {
  return plan.indicators.flatMap((indicator) =>
    [
      { address: indicator.id, measurable: indicator },
      ...(indicator.parts ?? []).map((part) => ({
        address: `${indicator.id}/${part.id}`,
        measurable: part,
      })),
    ].flatMap(({ address, measurable }) =>
      measurable.measure === undefined
        ? []
        : [{ plan: plan.id, address, measurable, measure: measurable.measure }],
    ),
  );
}

/** The measure codes of a plan with the address that carries each. */
function measuresOf(plan: string): Map<string, string> {
  return new Map(uses.filter((use) => use.plan === plan).map((use) => [use.measure, use.address]));
}

function shared(one: string, other: string): string[] {
  const others = measuresOf(other);
  return [...measuresOf(one).keys()].filter((code) => others.has(code)).sort();
}

function repeated(values: string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe('the form of the catalogues', () => {
  test.each(['measures', 'areas'])('%s.yaml is what its schema says', (name) => {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      strictTypes: false,
      strictRequired: false,
    });
    const validate = ajv.compile(json(`schemas/${name}.schema.json`));
    validate(parse(text(`plans/catalogue/${name}.yaml`)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each(['measures', 'areas'])('%s.yaml names its schema and is written in NFC', (name) => {
    const content = text(`plans/catalogue/${name}.yaml`);
    expect(content.split('\n')[0]).toBe(
      `# yaml-language-server: $schema=../../schemas/${name}.schema.json`,
    );
    expect(content.normalize('NFC')).toBe(content);
  });

  test.each(['measures', 'areas'])('every property of %s.schema.json is described', (name) => {
    const schema = json(`schemas/${name}.schema.json`);
    const entry = schema.$defs[name.slice(0, -1)];
    const bare = Object.entries({ ...schema.properties, ...entry.properties })
      .filter(([, property]) => !(property as { description?: string }).description)
      .map(([key]) => key);
    expect(bare).toEqual([]);
  });

  test('a measure without unit is refused unless it is a milestone', () => {
    const validate = new Ajv2020({ strict: false }).compile(json('schemas/measures.schema.json'));
    const { unit: _, ...withoutUnit } = measureOf.get('smartphone-adults')!;
    expect(validate({ format: 'measures/1', measures: [withoutUnit] })).toBe(false);
    const milestone = { ...withoutUnit, kind: 'milestone' };
    expect(validate({ format: 'measures/1', measures: [milestone] })).toBe(true);
  });
});

describe('the measures', () => {
  test('codes, names and definitions are unique', () => {
    expect(repeated(measures.map((measure) => measure.code))).toEqual([]);
    expect(repeated(measures.map((measure) => measure.name))).toEqual([]);
    expect(repeated(measures.map((measure) => measure['name-en']))).toEqual([]);
    expect(repeated(measures.map((measure) => measure.definition))).toEqual([]);
  });

  test('look-alikes name each other', () => {
    const oneSided = measures.flatMap(({ code, similar = [] }) =>
      similar
        .filter((other) => other === code || !measureOf.get(other)?.similar?.includes(code))
        .map((other) => `${code} → ${other}`),
    );
    expect(oneSided).toEqual([]);
  });

  test('kind, unit and direction agree', () => {
    const odd = measures.filter(({ kind, unit, direction }) => {
      const percent = kind === 'share' || kind === 'growth';
      return (
        percent !== (unit === '%') ||
        (kind === 'milestone') !== (unit === undefined) ||
        (kind === 'rank') !== (direction === 'down')
      );
    });
    expect(odd.map((measure) => measure.code)).toEqual([]);
  });

  test('every measure that a plan uses is known, and every known one is used', () => {
    const used = new Set(uses.map((use) => use.measure));
    expect([...used].filter((code) => !measureOf.has(code))).toEqual([]);
    expect(measures.map((measure) => measure.code).filter((code) => !used.has(code))).toEqual([]);
  });

  test('a measure that only one plan uses is there for its look-alikes or its kind', () => {
    const plansOf = (code: string) =>
      new Set(uses.filter((use) => use.measure === code).map((use) => use.plan)).size;
    const alone = measures.filter(
      ({ code, kind, similar = [] }) =>
        plansOf(code) === 1 && similar.length === 0 && (kind === 'share' || kind === 'count'),
    );
    expect(alone.map((measure) => measure.code)).toEqual([]);
  });

  test.each(plans.map((plan) => plan.id))('%s uses a measure at most once', (plan) => {
    const codes = uses.filter((use) => use.plan === plan).map((use) => use.measure);
    expect(codes.length).toBeGreaterThan(0);
    expect(repeated(codes)).toEqual([]);
  });

  test('an indicator has the unit of its measure', () => {
    const differing = uses.filter(
      ({ measure, measurable }) => measurable.unit !== measureOf.get(measure)?.unit,
    );
    expect(differing.map((use) => `${use.plan} ${use.address}`)).toEqual([]);
  });

  test('a target points the way of its measure', () => {
    const contrary = uses.flatMap(({ plan, address, measure, measurable }) =>
      Object.entries(measurable.targets ?? {})
        .filter(([, written]) => !fits(written, measureOf.get(measure)!))
        .map(([year, written]) => `${plan} ${address} ${year}: ${written}`),
    );
    expect(contrary).toEqual([]);
  });
});

function fits(written: string | number, { kind, direction }: Measure): boolean {
  const target = parseTarget(written);
  if (target === undefined) return false;
  if (kind === 'milestone' || target.op === 'done')
    return kind === 'milestone' && target.op === 'done';
  return isAtMost(target) === (direction === 'down');
}

describe('the same code only for the same definition', () => {
  test('Thanh Hóa copies 16 national measures; the share of GDP and of GRDP only look alike', () => {
    expect(shared('national-2022', 'thanhhoa-2022')).toHaveLength(16);
    expect(measuresOf('national-2022').size).toBe(17);
    expect(measuresOf('thanhhoa-2022').size).toBe(17);
    expect(measuresOf('national-2022').get('digital-economy-gdp-share')).toBe('kts-1');
    expect(measuresOf('thanhhoa-2022').get('digital-economy-grdp-share')).toBe('kts-1');
    expect(measureOf.get('digital-economy-gdp-share')?.similar).toEqual([
      'digital-economy-grdp-share',
    ]);
  });

  test('Thanh Hóa and the national plan carry a code at the same place', () => {
    const province = measuresOf('thanhhoa-2022');
    for (const [code, address] of measuresOf('national-2022'))
      if (province.has(code)) expect(province.get(code)).toBe(address);
  });

  test('142/KH-UBND shares these with the national plan', () => {
    expect(shared('danang-2022', 'national-2022')).toEqual([
      'adult-digital-or-electronic-signature',
      'adult-online-service-use',
      'adult-telehealth-use',
      'basic-digital-skills-working-age',
      'digital-economy-sector-share',
      'ecommerce-retail-share',
      'enterprise-econtract-use',
      'higher-education-digital-governance',
      'payment-account-15',
      'protected-users',
      'school-digital-governance',
      'smartphone-adults',
    ]);
  });

  test('what 56/KH-UBND and 93/KH-UBND both set has one code, what only looks alike has not', () => {
    const both = shared('danang-2023', 'danang-2024');
    expect(both).toHaveLength(33);
    const first = measuresOf('danang-2023');
    const second = measuresOf('danang-2024');
    expect([first.get('online-service-usage'), second.get('online-service-usage')]).toEqual([
      'cqs-2',
      'cqs-2',
    ]);
    expect([...first.keys()].filter((code) => !both.includes(code)).sort()).toEqual([
      'adult-digital-signature',
      'adult-eid-account',
      'sme-platform-regular-use',
    ]);
  });

  test.each([
    ['sme-platform-use', 'sme-platform-regular-use'],
    ['smartphone-adults', 'smartphone-working-age'],
    ['smartphone-adults', 'smartphone-subscriptions'],
    ['smartphone-adults', 'smartphone-households'],
    ['payment-account-15', 'epayment-account-population'],
    ['basic-digital-skills-working-age', 'digital-skills-residents-and-enterprises'],
    ['ecommerce-retail-share', 'ecommerce-b2c-share'],
    ['fibre-household-coverage', 'fibre-household-use'],
    ['digital-economy-workforce-share', 'digital-technology-workforce-share'],
    ['online-service-usage', 'adult-online-service-use'],
  ])('%s and %s are look-alikes', (one, other) => {
    expect(measureOf.get(one)?.similar).toContain(other);
  });
});
