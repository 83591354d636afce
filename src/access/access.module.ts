import { Global, Module } from '@nestjs/common';
import { CONFIG } from '../platform/config/config.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import { Audit } from './audit.use-case.ts';
import { DeskNotices } from './desk-notices.adapter.ts';
import { Limiter } from './limiter.use-case.ts';
import { Identify } from './principals/identify.use-case.ts';
import { RoleRights } from './role.ts';
import { readRoleRights } from './roles.repository.ts';
import { ServiceKey } from './service-key.use-case.ts';
import { CurrentSettings } from './settings/current-settings.use-case.ts';

/** Who asks, what they may see, what they did, and how the organisation has set the service. Every feature may inject what it exports. */
@Global()
@Module({
  providers: [
    Audit,
    CurrentSettings,
    DeskNotices,
    Identify,
    Limiter,
    { provide: RoleRights, useFactory: readRoleRights, inject: [DATABASE, CONFIG] },
    ServiceKey,
  ],
  exports: [Audit, CurrentSettings, DeskNotices, Identify, Limiter, RoleRights, ServiceKey],
})
export class AccessModule {}
