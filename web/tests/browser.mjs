// Chromium with a fresh profile, and the two screens that the pages are held to.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const screens = { phone: { width: 390, height: 844 }, wide: { width: 1440, height: 900 } };
const deadline_ms = 30_000; // for what takes milliseconds: a loaded machine is slow
const program = process.env.MOTCUA_CHROMIUM ?? '/usr/bin/chromium';

export async function open_browser() {
  if (!existsSync(program)) {
    throw new Error(`no Chromium at ${program}: ./dev test installs it`);
  }
  const profile = await mkdtemp(join(tmpdir(), 'motcua-web-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--renderer-process-limit=1'],
    viewport: screens.phone,
    timeout: 4 * deadline_ms,
    locale: 'vi-VN',
    timezoneId: 'America/New_York', // no time on any page may come from the phone
    reducedMotion: 'reduce',
  });
  browser.setDefaultTimeout(deadline_ms);
  const left = browser.pages();
  return {
    browser,
    /** A tab that holds no page; what a page keeps is its server's, and each visit has a server of its own. */
    async fresh(screen = screens.phone) {
      const page = left.pop() ?? await browser.newPage();
      await page.setViewportSize(screen);
      return page;
    },
    /** For the next visit: opening a tab costs more than most visits. */
    async leave(page) {
      page.removeAllListeners();
      await page.goto('about:blank');
      left.push(page);
    },
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
