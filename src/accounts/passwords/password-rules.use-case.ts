import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings } from '../../access/index.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { checkPassword } from './password-policy.ts';

/** The policy for passwords where this service runs. */
@Injectable()
export class PasswordRules {
  private readonly words: readonly string[];

  constructor(
    @Inject(CONFIG) { mailFrom, publicUrl }: Pick<Config, 'mailFrom' | 'publicUrl'>,
    private readonly settings: CurrentSettings,
  ) {
    const host = publicUrl === null ? [] : [new URL(publicUrl).hostname];
    this.words = ['Attest', ...mailFrom.split(/[<>]/).map((part) => part.trim()), ...host];
  }

  /** @throws DomainError `PASSWORD.SHORT`, `PASSWORD.LONG`, `PASSWORD.COMMON` (call) */
  check(password: string, { email, name }: { readonly email: string; readonly name: string }): Promise<void> {
    const words = [...this.words, ...Object.values(this.settings.now.name)];
    return checkPassword(password, { email, name, words });
  }
}
