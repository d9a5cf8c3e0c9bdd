import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';

const uses = ['data validation', 'conditional formatting', 'filters'] as const;
type Use = (typeof uses)[number];

const everywhere: readonly Use[] = uses;
const onlyValidation: readonly Use[] = ['data validation'];
const allButValidation: readonly Use[] = ['conditional formatting', 'filters'];

/** How many values each condition takes, and where it may stand: from Google's description of `ConditionType`. */
const CONDITIONS: ReadonlyMap<string, { readonly values: readonly number[]; readonly uses: readonly Use[] }> = new Map([
  ...all(['NUMBER_GREATER', 'NUMBER_GREATER_THAN_EQ', 'NUMBER_LESS', 'NUMBER_LESS_THAN_EQ'], [1], everywhere),
  ...all(['NUMBER_EQ', 'NUMBER_NOT_EQ', 'TEXT_CONTAINS', 'TEXT_NOT_CONTAINS', 'TEXT_EQ'], [1], everywhere),
  ...all(['DATE_EQ', 'DATE_BEFORE', 'DATE_AFTER', 'CUSTOM_FORMULA'], [1], everywhere),
  ...all(['NUMBER_BETWEEN', 'NUMBER_NOT_BETWEEN'], [2], everywhere),
  ...all(['TEXT_STARTS_WITH', 'TEXT_ENDS_WITH'], [1], allButValidation),
  ...all(['BLANK', 'NOT_BLANK'], [0], allButValidation),
  ...all(['TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_IS_VALID'], [0], onlyValidation),
  ...all(['DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER', 'ONE_OF_RANGE'], [1], onlyValidation),
  ...all(['DATE_BETWEEN', 'DATE_NOT_BETWEEN'], [2], onlyValidation),
  ...all(['BOOLEAN'], [0, 1, 2], onlyValidation),
  // Any number of values.
  ...all(['ONE_OF_LIST'], [], onlyValidation),
]);

const NUMBERS: Readonly<Record<number, string>> = { 0: 'no', 1: 'exactly one', 2: 'exactly two' };

/**
 * Refuses a condition that can't be kept: of a kind that isn't meant for this use, or with too few or too many values.
 * @throws SheetsError
 */
export function mustBeCondition(condition: Schema['DataValidationRule']['condition'], use: Use): void {
  const type = condition?.type;
  if (!type || type === 'CONDITION_TYPE_UNSPECIFIED') {
    throw invalid(`A condition with a type must be specified for ${use}.`);
  }
  const known = CONDITIONS.get(type);
  if (!known?.uses.includes(use)) throw invalid(`ConditionType '${type}' is not supported in ${use}.`);
  const values = condition.values ?? [];
  if (known.values.length > 0 && !known.values.includes(values.length)) {
    const wanted = known.values.length > 1 ? `at most ${Math.max(...known.values)}` : NUMBERS[known.values[0] ?? 0];
    const nouns = wanted === 'exactly one' ? 'ConditionValue' : 'ConditionValues';
    throw invalid(`ConditionType '${type}' requires ${wanted} ${nouns}, but ${values.length} values were supplied.`);
  }
}

function all(types: readonly string[], values: readonly number[], where: readonly Use[]) {
  return types.map((type) => [type, { values, uses: where }] as const);
}
