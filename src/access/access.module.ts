import { Global, Module } from '@nestjs/common';
import { ApiTokens } from './api-tokens.use-case.ts';
import { Audit } from './audit.use-case.ts';
import { Identify } from './identify.use-case.ts';
import { Limiter } from './limiter.use-case.ts';

/** Who comes in, what they may see, and what they did. Every feature may inject `Audit` and `Limiter`. */
@Global()
@Module({
  providers: [ApiTokens, Audit, Identify, Limiter],
  exports: [Audit, Identify, Limiter],
})
export class AccessModule {}
