import type { ErrorObject } from 'ajv';
import type { Path } from '../../indicator.ts';
import type { Owner } from '../../message/form.ts';
import type { Codes } from '../known-codes.ts';
import { notAChoice, notTheConstant } from './choices.ts';
import { type Explained, type Fault, textOf } from './fault.ts';
import { badForm } from './forms.ts';
import { badKey, unknownKey } from './keys.ts';
import { missingCompanion, missingKey, missingOneOf } from './missing.ts';
import { mixedForms, repeatedItem, tooFew, tooMany } from './numbers.ts';
import { emptyValue, wrongType } from './types.ts';

/** What is known of the thing that an error is about. */
interface About {
  owner: Owner;
  written: string | undefined;
  /** Is it empty and must be there? */
  isRequired(error: ErrorObject): boolean;
  codes(key: string): Codes;
}

/** Explains one error of the schema at that path. */
export function explanation(error: ErrorObject, path: Path, about: About): Explained {
  const { owner, written, isRequired, codes } = about;
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  const fault = {
    error,
    path,
    owner,
    key,
    isRequired: isRequired(error),
    codes,
    get written() {
      return written ?? textOf(error.data);
    },
  };
  if (error.propertyName !== undefined) return badKey(fault, error.propertyName);
  return (EXPLAIN[error.keyword] ?? badForm)(fault);
}

const EXPLAIN: Record<string, (fault: Fault) => Explained> = {
  additionalProperties: unknownKey,
  required: missingKey,
  dependentRequired: missingCompanion,
  anyOf: missingOneOf,
  type: wrongType,
  enum: (fault) => notAChoice(fault, fault.error.params.allowedValues.map(String)),
  const: notTheConstant,
  pattern: badForm,
  minimum: badForm,
  maximum: badForm,
  minLength: (fault) => emptyValue(fault, ['text']),
  minItems: tooFew,
  minProperties: tooFew,
  maxItems: tooMany,
  maxProperties: tooMany,
  uniqueItems: repeatedItem,
  'false schema': mixedForms,
};
