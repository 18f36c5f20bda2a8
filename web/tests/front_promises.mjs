// What the page of the hall promises.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './visit.mjs';

const shows = (page, text) => page.getByText(text).first().waitFor();

export function front_promises(opened) {
  const front_test = (name, run) => test(`hall: ${name}`, () => visit(opened, run));

  front_test('it says how long each service takes now, and why one takes nobody', async (page, server) => {
    await page.goto(`${server.url}/?lang=vi`);
    await shows(page, 'Chờ 15–25 phút');
    await shows(page, 'Chờ 1 giờ – 1 giờ 20');
    await shows(page, 'Không phải chờ');
    await shows(page, 'Lý do: Mất mạng.');
  });

  front_test('hours are told for the coming days', async (page, server) => {
    await page.goto(`${server.url}/?lang=en`);
    await shows(page, '13:00–17:00');
    await shows(page, 'Closed');
  });

  front_test('a number that is typed is looked for on the board', async (page, server) => {
    await page.goto(`${server.url}/?lang=vi`);
    await shows(page, 'Hộ tịch – Chứng thực');
    await page.locator('.find input').fill(' a018');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await shows(page, 'Mời số A018 đến quầy số 2.');
  });

  front_test('the number that this phone follows leads to its page', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await shows(page, 'A022');
    await page.goto(`${server.url}/?lang=vi`);
    await page.getByRole('link', { name: /A022/ }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: /A022/ }).click();
    await page.waitForURL(/\/t\/waiting/);
    await page.getByRole('button', { name: 'Trả lại số' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Trả lại số' }).click();
    await shows(page, 'Đã huỷ số');
    await page.goto(`${server.url}/?lang=vi`);
    await shows(page, 'Chờ 15–25 phút');
    assert.equal(await page.locator('.own').count(), 0);
  });

  front_test('a number that is looked for is still looked for when the page comes back', async (page, server) => {
    await page.goto(`${server.url}/?lang=vi`);
    await shows(page, 'Chờ 15–25 phút');
    await page.locator('.find input').fill('A018');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.reload();
    await shows(page, 'Mời số A018 đến quầy số 2.');
  });

  front_test('a server that is away is said to be, with the time of what is shown', async (page, server) => {
    await page.goto(`${server.url}/?lang=vi`);
    await shows(page, 'Chờ 15–25 phút');
    server.fault = () => 'lost';
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await shows(page, /Thông tin dưới đây là lúc 09:41/);
    assert.equal(await page.getByText('Chờ 15–25 phút').count(), 1);
  });
}
