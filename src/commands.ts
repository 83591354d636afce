import { adminCommand } from './accounts/index.ts';
import { currentTotals } from './analytics/index.ts';
import { sendCommand } from './delivery/index.ts';
import { importKinds } from './imports.ts';
import { backupCommand, restoreCommand } from './platform/backup/backup.command.ts';
import type { Command } from './platform/cli/command.ts';
import { downloadCommand } from './platform/cli/download.command.ts';
import { importCommand } from './platform/cli/import.command.ts';
import { templateCommand } from './platform/cli/template.command.ts';
import { withdrawCommand } from './platform/cli/withdraw.command.ts';
import { reportCommand } from './reporting/index.ts';

/** Every command of the command line: `npm run NAME -- …`. */
export const commands: readonly Command[] = [
  importCommand(importKinds, currentTotals),
  downloadCommand(importKinds),
  templateCommand(importKinds),
  withdrawCommand(importKinds),
  reportCommand,
  sendCommand,
  adminCommand,
  backupCommand,
  restoreCommand,
];
