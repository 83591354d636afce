import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  NOTHING_CHOSEN,
  type SettingDefaults,
  type Settings,
  settingsOf,
} from '../../core/settings/settings.ts';
import { CONFIG } from '../../platform/config/config.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { readLogo, type StoredLogo, type StoredSettings, settingsReader } from './settings.repository.ts';

/**
 * The settings that hold. Whoever begins something (the gate a request, the bell a turn, a command) sees to it that this
 * process knows the newest; whatever happens on the way asks `now`.
 */
@Injectable()
export class CurrentSettings implements OnModuleInit {
  private readonly read: () => Promise<StoredSettings>;
  private known: Settings;
  /** The last that was asked for: there is one. */
  private logo: StoredLogo | null = null;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: SettingDefaults,
  ) {
    this.read = settingsReader(db);
    this.known = settingsOf(NOTHING_CHOSEN, config);
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** As this process last knew them. */
  get now(): Settings {
    return this.known;
  }

  /** What holds where nothing is chosen. */
  get defaults(): SettingDefaults {
    const { fiscalMonth, reportTimeZone } = this.config;
    return { fiscalMonth, reportTimeZone };
  }

  /** The content of a logo by its hash; null: it is the organisation's no more. */
  async logoOf(hash: string): Promise<StoredLogo | null> {
    if (this.logo?.hash !== hash) this.logo = await readLogo(this.db, hash);
    return this.logo;
  }

  /** @param stamp of the newest, where it was told with something else; without it they are asked for */
  async refresh(stamp: string | null = null): Promise<Settings> {
    if (stamp !== null && stamp === this.known.stamp) return this.known;
    const stored = await this.read();
    if (stored.stamp !== this.known.stamp) this.known = settingsOf(stored.chosen, this.config, stored.stamp);
    return this.known;
  }
}
