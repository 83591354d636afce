import { DomainError } from '../../core/errors.ts';
import { FILE_FORM_LIMIT_BYTES } from './multipart-files.ts';

/** A large form is held several times over while it is taken apart. */
const MOST_AT_ONCE = 2;
const LATER_S = 20;

/** Counts the forms that are larger than most while they come in: so many at once, and no more. */
export class LargeForms {
  private count = 0;

  /**
   * @param take takes a form in, and says how long it is so far
   * @throws DomainError `REQUEST.BUSY` (broken) from `grows`, where it is large and others are under way
   */
  async taking<T>(take: (grows: (length: number) => void) => Promise<T>): Promise<T> {
    let isLarge = false;
    const grows = (length: number) => {
      if (isLarge || length <= FILE_FORM_LIMIT_BYTES) return;
      if (this.count >= MOST_AT_ONCE) {
        throw new DomainError('REQUEST.BUSY', `${this.count} large files are being taken in already.`, {
          kind: 'broken',
          remedy: 'Try again in a moment.',
          retryAfterS: LATER_S,
        });
      }
      isLarge = true;
      this.count += 1;
    };
    try {
      return await take(grows);
    } finally {
      if (isLarge) this.count -= 1;
    }
  }
}
