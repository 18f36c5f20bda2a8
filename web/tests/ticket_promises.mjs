// What the page of a ticket promises.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './visit.mjs';

const shows = (page, text) => page.getByText(text).first().waitFor();

export function ticket_promises(opened) {
  const ticket_test = (name, run) => test(`ticket: ${name}`, () => visit(opened, run));

  ticket_test('it follows its number without a live feed', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await shows(page, '10–25 phút');
    assert.equal(await page.textContent('.ahead'), '4');
  });

  ticket_test('times are those of the hall, not of the phone', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await shows(page, '09:55 – 10:10');
    await shows(page, 'Lấy số lúc 09:30 ngày 16/11/2026');
  });

  ticket_test('a call fills the page with number and counter, and is heard at once', async (page, server) => {
    await page.goto(`${server.url}/t/called?lang=en`);
    await page.waitForSelector('[data-state="called"] .counter strong');
    assert.equal(await page.textContent('.counter strong'), '3');
    assert.match(await page.textContent('[aria-live="assertive"]'), /A022.*counter 3/);
  });

  ticket_test('it asks its holder in when two are ahead', async (page, server) => {
    await page.goto(`${server.url}/t/near?lang=vi`);
    await shows(page, /Sắp đến lượt ông\/bà/);
  });

  ticket_test('giving back asks first, and is then done once', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await page.getByRole('button', { name: 'Trả lại số' }).click();
    assert.deepEqual(server.deeds, []);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Trả lại số' }).click();
    await shows(page, 'Đã huỷ số');
    assert.deepEqual(server.deeds, [{ deed: 'cancel', body: {} }]);
  });

  ticket_test('letting others go first whose answer is lost is done once, however often it is pressed', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    const press = async () => {
      await page.getByRole('button', { name: 'Xin lùi lượt' }).click();
      await page.getByRole('button', { name: 'Lùi 10 phút' }).click();
    };
    server.fault = ({ method }) => (method === 'POST' ? 'unanswered' : undefined);
    await press();
    await shows(page, /không bị làm hai lần/);
    server.fault = () => undefined;
    await press();
    await shows(page, 'Đã lùi lượt của ông/bà.');
    assert.deepEqual(server.deeds, [{ deed: 'postpone', body: { minutes: 10 } }]);
  });

  ticket_test('the service of a number is changed for another that takes somebody', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await page.getByRole('button', { name: 'Đổi lĩnh vực' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đất đai – Xây dựng' }).waitFor();
    assert.equal(await page.locator('.question .rows li').count(), 2); // not its own, nor the one that takes nobody
    await page.getByRole('button', { name: 'Trả kết quả' }).click();
    await shows(page, 'Đã đổi lĩnh vực.');
    assert.equal(await page.textContent('.service'), 'Trả kết quả');
    assert.deepEqual(server.deeds, [{ deed: 'service', body: { service: 'D' } }]);
  });

  ticket_test('a service that takes nobody any more is said to', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await page.getByRole('button', { name: 'Đổi lĩnh vực' }).click();
    await page.getByRole('button', { name: 'Trả kết quả' }).waitFor();
    server.office.services[3].state = 'closed';
    await page.getByRole('button', { name: 'Trả kết quả' }).click();
    await shows(page, /lúc này không nhận thêm người. Số của ông\/bà vẫn như trước/);
  });

  ticket_test('someone who missed the call comes back with one press', async (page, server) => {
    await page.goto(`${server.url}/t/no_show?lang=vi`);
    await page.getByRole('button', { name: 'Tôi đã trở lại' }).click();
    await shows(page, 'Đang chờ');
    assert.equal(server.deeds[0].deed, 'return');
  });

  ticket_test('one tap rates, and a remark may follow', async (page, server) => {
    await page.goto(`${server.url}/t/served?lang=vi`);
    await page.getByRole('button', { name: 'Hài lòng', exact: true }).click();
    await shows(page, /Đã ghi nhận đánh giá/);
    await page.fill('#remark', 'Cán bộ tận tình');
    await page.getByRole('button', { name: 'Gửi góp ý' }).click();
    await page.waitForSelector('#remark', { state: 'detached' });
    assert.deepEqual(server.ratings, [{ score: 4, remark: null }, { score: 4, remark: 'Cán bộ tận tình' }]);
  });

  ticket_test('a lost connection is said, and over once the server answers', async (page, server) => {
    await page.goto(`${server.url}/t/waiting?lang=vi`);
    await shows(page, 'A022');
    server.fault = () => 'lost';
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await shows(page, /Mất kết nối, đang thử lại. Thông tin dưới đây là lúc 09:41/);
    server.fault = () => undefined;
    await page.waitForSelector('.offline', { state: 'hidden' });
  });

  ticket_test('a number that does not exist is said to', async (page, server) => {
    await page.goto(`${server.url}/t/nothing?lang=en`);
    await shows(page, 'This number was not found');
  });
}
