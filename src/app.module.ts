import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { AccountsModule } from './accounts/accounts.module.ts';
import { AnalyticsModule } from './analytics/analytics.module.ts';
import { DeliveryModule } from './delivery/delivery.module.ts';
import { EntryModule } from './entry/entry.module.ts';
import { PlatformModule, type PlatformParts } from './platform/platform.module.ts';
import { ReportingModule } from './reporting/reporting.module.ts';
import { SettingsModule } from './settings/settings.module.ts';
import { ViewsModule } from './views/views.module.ts';

/** The only list of features, in the order in which they lean on each other. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        AccessModule,
        AnalyticsModule,
        AccountsModule,
        ViewsModule,
        EntryModule,
        ReportingModule,
        DeliveryModule,
        SettingsModule,
      ],
    };
  }
}
