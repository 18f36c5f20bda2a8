// One visit of one page: a server in memory and a browser's page, both gone at its end.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { screens } from './browser.mjs';
import { mock_server } from './mock_server.mjs';
import { now, office } from './office.mjs';

const built = process.env.MOTCUA_WEB_PAGES ?? fileURLToPath(new URL('../../build/share/motcua/web', import.meta.url));
/** What a browser says of a request that a test lets fail, and of a feed that the server in memory does not have. */
const meant = /net::ERR_|WebSocket|Failed to load resource/;

/** Runs `run(page, server)`; whatever the page throws or its policy refuses fails the test. */
export async function visit(opened, run, screen = screens.phone) {
  const server = await new mock_server(built, office(), now).start();
  const page = await opened.fresh(screen);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !meant.test(message.text()) && faults.push(message.text()));
  page.on('request', (request) => request.url().startsWith(server.url) || faults.push(`another host: ${request.url()}`));
  try {
    await run(page, server);
    assert.deepEqual(faults, []);
  } finally {
    await opened.leave(page);
    await server.stop();
  }
}
