import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from '../../core/errors.ts';
import { type Issue, invalidParameters } from './parameters.ts';

/** No text of a database can hold it, and it means nothing to people. */
const NO_CHARACTER = '\u0000';

/**
 * Checks every parameter that names a schema (`@Query({ schema })`), and names the one that is wrong. None of them, also
 * without a schema, holds what no text can.
 */
@Injectable()
export class ParametersPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type !== 'custom' && holds(value, NO_CHARACTER)) {
      throw new DomainError('REQUEST.INVALID', 'The request holds U+0000, which is no character.', {
        kind: 'call',
      });
    }
    if (!metadata.schema) {
      return value;
    }
    this.stripProtoKeys(value);
    const result = await this.validate(value, metadata.schema);
    if (result.issues) {
      const name = metadata.data;
      const issues = (result.issues as readonly Issue[]).map((issue) =>
        name ? { ...issue, path: [name, ...(issue.path ?? [])] } : issue,
      );
      throw invalidParameters(issues, value);
    }
    return result.value as T;
  }
}

/** Whether a text, or one within an object, holds `part`. The bytes of a file are no text: to look at each holds all others up. */
function holds(value: unknown, part: string): boolean {
  if (typeof value === 'string') return value.includes(part);
  if (ArrayBuffer.isView(value)) return false;
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((inner) => holds(inner, part))
  );
}
