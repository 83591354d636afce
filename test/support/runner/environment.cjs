const { ModuleMocker } = require('jest-mock');
const { ModernFakeTimers } = require('@jest/fake-timers');

/** The globals of the worker itself, not a context of its own for each file: what was imported once is imported for all. */
class NativeEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.ownConsole = globalThis.console;
    this.ownExit = process.exit;
  }
  async setup() {}
  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    globalThis.console = this.ownConsole;
    process.exit = this.ownExit;
    // What jest.setTimeout said in one file is for that file alone.
    delete globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')];
  }
  exportConditions() {
    return ['node', 'node-addons'];
  }
  getVmContext() {
    return null;
  }
}

module.exports = NativeEnvironment;
