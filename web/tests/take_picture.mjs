// A page as a phone shows it: node take_picture.mjs URL FILE

import { open_browser } from './browser.mjs';

const [url, file] = process.argv.slice(2);
const opened = await open_browser();
try {
  const page = await opened.fresh();
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(1500); // until its first answers are there
  await page.screenshot({ path: file });
} finally {
  await opened.close();
}
