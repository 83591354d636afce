import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { type Issue, invalidParameters } from './parameters.ts';

/** Checks every parameter that names a schema (`@Query({ schema })`), and names the one that is wrong. */
@Injectable()
export class ParametersPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
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
