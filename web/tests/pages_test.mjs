// The citizen's pages in a real browser: node tests/pages_test.mjs
//
// MOTCUA_WEB_PAGES names the folder of the built pages. Each file of promises runs against a server in memory; the last
// one against motcua-server, where MOTCUA_SERVER names it.

import { after, before } from 'node:test';
import { open_browser } from './browser.mjs';
import { ticket_promises } from './ticket_promises.mjs';
import { booking_promises } from './booking_promises.mjs';
import { front_promises } from './front_promises.mjs';
import { every_page_promises } from './every_page_promises.mjs';
import { server_promises } from './server_promises.mjs';

const opened = {};
before(async () => Object.assign(opened, await open_browser()));
after(() => opened.close());

for (const promises of [ticket_promises, booking_promises, front_promises, every_page_promises, server_promises]) {
  promises(opened);
}
