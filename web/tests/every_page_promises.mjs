// What holds for every page: on a phone and on a wide screen, in both languages, for everyone, on a slow network.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { screens } from './browser.mjs';
import { visit } from './visit.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A page, and what is there once it is ready. */
const pages = [
  ['/', '.rows'], ['/book', '.earliest b'], ['/book#find', '#code'], ['/t/waiting', '.facts'], ['/t/called', '.counter'],
  ['/t/no_show', '.deeds button'], ['/t/served', '.rating'], ['/t/nothing', '.gone'],
];
const least = { width: 320, height: 568 };
const first_view_bytes = 100 * 1024;

/** Serious findings of axe-core. The page's own policy keeps scripts out, so axe comes in through the debugger. */
async function findings(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) {
    await page.evaluate(await readFile(axe, 'utf8'));
  }
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

async function is_whole(page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${width} px wider than the screen`);
}

export function every_page_promises(opened) {
  // A page is opened once and turned to each screen: opening it costs more than looking at it.
  for (const [path, ready] of pages) {
    for (const language of ['vi', 'en']) {
      test(`every page: ${path} is whole and open to everyone on each screen in ${language}`, () => visit(opened, async (page, server) => {
        const [address, step] = path.split('#');
        await page.goto(`${server.url}${address}?lang=${language}${step ? `#${step}` : ''}`);
        await page.waitForSelector(ready);
        assert.equal(await page.getAttribute('html', 'lang'), language);
        for (const [name, screen] of Object.entries({ ...screens, least })) {
          await page.setViewportSize(screen);
          await is_whole(page);
          assert.deepEqual(name === 'least' ? [] : await findings(page), [], name);
        }
      }));
    }
  }

  test('every page: the language that was chosen stays', async () => {
    await visit(opened, async (page, server) => {
      await page.goto(`${server.url}/?lang=vi`);
      await page.getByRole('button', { name: 'English' }).click();
      await page.goto(`${server.url}/book`);
      await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
    });
  });

  test('every page: a first view is below 100 KiB', async () => {
    for (const [path, ready] of [['/', '.hours'], ['/book', 'li:last-child .earliest b'], ['/t/waiting', '.facts']]) {
      await visit(opened, async (page, server) => {
        const responses = [];
        page.on('response', (response) => responses.push(response));
        await page.goto(server.url + path);
        await page.waitForSelector(ready);
        const bodies = await Promise.all(responses.map((response) => response.body().catch(() => '')));
        const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
        assert.ok(bytes > 20_000 && bytes < first_view_bytes, `${path}: ${bytes} bytes`);
      });
    }
  });

  test('every page: a slow network shows what it is waiting for, and then the page', async () => {
    await visit(opened, async (page, server) => {
      server.delay_ms = 1_800;
      await page.goto(`${server.url}/t/waiting?lang=vi`, { waitUntil: 'commit' });
      await page.getByText('Đang tìm số của ông/bà').waitFor();
      await page.waitForSelector('.facts');
      assert.equal(await page.isVisible('.offline'), false);
    });
  });
}
