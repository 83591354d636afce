import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/delivery.module.ts';
import { BrandController } from './brand.controller.ts';
import { ChangeSettings } from './change-settings.use-case.ts';
import { SettingsController } from './settings.controller.ts';

/** How the organisation sets the service up: the page, and the files of its look. */
@Module({
  imports: [DeliveryModule],
  controllers: [BrandController, SettingsController],
  providers: [ChangeSettings],
})
export class SettingsModule {}
