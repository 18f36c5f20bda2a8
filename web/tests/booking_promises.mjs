// What the booking page promises.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './visit.mjs';

const shows = (page, text) => page.getByText(text).first().waitFor();

/** To the form, with this time kept. */
async function to_form(page, server, time = '09:30') {
  await page.goto(`${server.url}/book?lang=vi`);
  await page.getByRole('button', { name: /Hộ tịch/ }).click();
  await page.locator('.day:not(:disabled)').nth(1).click();
  await page.getByRole('button', { name: new RegExp(`^${time}`) }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.waitForSelector('#name');
}

async function fill(page) {
  await page.fill('#name', 'Nguyễn Thị Lan');
  await page.fill('#phone', '0912 345 678');
}

const book = (page) => page.getByRole('button', { name: 'Đặt lịch hẹn' }).click();
const booked = (page) => page.getByRole('heading', { name: 'Đã ghi nhận lịch hẹn' }).waitFor();

/** A booking of today or another day, found by its code. */
async function find(page, server, start, more = {}) {
  server.add_booking({ code: '7KQ2MD', service: 'A', start, last4: '5678', ...more });
  await page.goto(`${server.url}/book?lang=vi#find`);
  await page.fill('#code', '7kq2md');
  await page.fill('#last4', '5678');
  await page.getByRole('button', { name: 'Xem lịch hẹn' }).click();
  await page.waitForSelector('.booked_time');
}

const check_in = (page) => page.getByRole('button', { name: 'Tôi đã đến, xin lấy số' });

export function booking_promises(opened) {
  const booking_test = (name, run) => test(`booking: ${name}`, () => visit(opened, run));

  booking_test('the first free time is told before the choice', async (page, server) => {
    await page.goto(`${server.url}/book?lang=vi`);
    await shows(page, 'hôm nay 11:00');
  });

  booking_test('service, time, name: a code, with its own hours', async (page, server) => {
    await to_form(page, server);
    await fill(page);
    await book(page);
    await booked(page);
    await shows(page, '09:30, Thứ Ba 17/11/2026');
    await shows(page, 'H5RT2C');
    assert.match(await page.getAttribute('a.main', 'href'), /^\/api\/v1\/appointments\/H5RT2C\.ics\?phone=5678$/);
    assert.equal(server.appointments.get('H5RT2C').last4, '5678');
  });

  booking_test('a full time stays visible and cannot be chosen', async (page, server) => {
    await page.goto(`${server.url}/book?lang=vi`);
    await page.getByRole('button', { name: /Hộ tịch/ }).click();
    await page.locator('.day:not(:disabled)').nth(1).click();
    assert.equal(await page.getByRole('button', { name: '07:30 đã đủ' }).isDisabled(), true);
  });

  booking_test('a holiday is said to be one', async (page, server) => {
    await page.goto(`${server.url}/book?lang=vi`);
    await page.getByRole('button', { name: /Hộ tịch/ }).click();
    await page.getByRole('button', { name: 'Tuần sau' }).click();
    await page.getByRole('button', { name: /Thứ Ba\s*24\s*nghỉ lễ/ }).waitFor();
  });

  booking_test('a wrong phone number is said beside its field, and nothing is sent', async (page, server) => {
    await to_form(page, server);
    await page.fill('#name', 'Lan');
    await page.fill('#phone', '12');
    await book(page);
    await shows(page, /10 chữ số/);
    assert.equal(await page.getAttribute('#phone', 'aria-invalid'), 'true');
    assert.equal(server.appointments.size, 0);
  });

  booking_test('a connection that is lost keeps what was typed and never books twice', async (page, server) => {
    await to_form(page, server);
    await fill(page);
    // The first is booked and its answer lost; those after it do not arrive, however often browser and page send.
    server.fault = ({ path }) => (path.endsWith('/appointments') ? (server.appointments.size === 0 ? 'unanswered' : 'lost') : undefined);
    await book(page);
    await shows(page, /Trang đang tự gửi lại/);
    assert.equal(await page.inputValue('#name'), 'Nguyễn Thị Lan');
    server.fault = () => undefined;
    await booked(page);
    assert.equal(server.appointments.size, 1);
    const keys = server.requests.filter(({ path }) => path.endsWith('/appointments')).map(({ key }) => key);
    assert.ok(keys.length > 2);
    assert.equal(new Set(keys).size, 1);
  });

  booking_test('a page that is loaded again while it sends books once', async (page, server) => {
    await to_form(page, server);
    await fill(page);
    server.fault = ({ path }) => (path.endsWith('/appointments') ? 'unanswered' : undefined);
    await book(page);
    await shows(page, /Trang đang tự gửi lại/);
    server.fault = () => undefined;
    await page.reload();
    await booked(page);
    assert.equal(server.appointments.size, 1);
  });

  booking_test('a form that is loaded again is as it was', async (page, server) => {
    await to_form(page, server);
    await fill(page);
    await page.reload();
    await page.waitForSelector('#name');
    assert.equal(await page.inputValue('#name'), 'Nguyễn Thị Lan');
    assert.equal(await page.inputValue('#phone'), '0912 345 678');
  });

  booking_test('a hold that ends while the form is filled is said, with the next free time', async (page, server) => {
    server.hold_length_ms = 2_000;
    await to_form(page, server);
    await fill(page);
    server.office.full.push('2026-11-17T09:30');
    await shows(page, 'Đã hết thời gian giữ chỗ lúc 09:30');
    await shows(page, /Giờ trống gần nhất: 10:00, Thứ Ba 17\/11\/2026/);
    server.hold_length_ms = 300_000;
    await page.getByRole('button', { name: 'Giữ chỗ 10:00' }).click();
    await shows(page, /Chỗ được giữ thêm/);
    assert.equal(await page.inputValue('#name'), 'Nguyễn Thị Lan');
    await book(page);
    await booked(page);
    assert.equal(server.appointments.get('H5RT2C').start, '2026-11-17T10:00:00+07:00');
  });

  booking_test('a hold that the server ended is said too', async (page, server) => {
    await to_form(page, server);
    await fill(page);
    server.now += 6 * 60_000;
    await book(page);
    await shows(page, 'Đã hết thời gian giữ chỗ lúc 09:30');
    assert.equal(server.appointments.size, 0);
  });

  booking_test('a time that was taken meanwhile is said, and another can be chosen', async (page, server) => {
    await page.goto(`${server.url}/book?lang=vi`);
    await page.getByRole('button', { name: /Hộ tịch/ }).click();
    await page.locator('.day:not(:disabled)').nth(1).click();
    await page.getByRole('button', { name: /^10:30/ }).click();
    server.office.full.push('2026-11-17T10:30');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await shows(page, /Giờ này đã đủ người/);
    await page.getByRole('button', { name: '10:30 đã đủ' }).waitFor();
  });

  booking_test('a refusal for the phone number says why', async (page, server) => {
    server.refused_phone = '0912345678';
    await to_form(page, server);
    await fill(page);
    await book(page);
    await shows(page, /đã đặt đủ số lịch hẹn/);
  });

  booking_test('a booking is found by code and four digits, moved and cancelled', async (page, server) => {
    await find(page, server, '2026-11-18T08:30:00+07:00');
    await shows(page, '08:30, Thứ Tư 18/11/2026');
    await shows(page, 'Đổi giờ hoặc huỷ được đến 08:40 ngày 18/11');
    await page.getByRole('button', { name: 'Đổi giờ' }).click();
    await page.locator('.day:not(:disabled)').nth(3).click();
    await page.getByRole('button', { name: /^15:00/ }).click();
    await page.getByRole('button', { name: 'Đổi sang giờ này' }).click();
    await shows(page, /Đã đổi lịch hẹn/);
    await shows(page, '15:00, Thứ Năm 19/11/2026');
    await page.getByRole('button', { name: 'Huỷ lịch hẹn' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Huỷ lịch hẹn' }).click();
    await page.getByRole('heading', { name: 'Đã huỷ lịch hẹn' }).waitFor();
  });

  booking_test('who is there checks in, and gets the number with its page', async (page, server) => {
    await find(page, server, '2026-11-16T10:00:00+07:00');
    await check_in(page).click();
    await page.getByRole('heading', { name: 'Đã xác nhận ông/bà đến' }).waitFor();
    assert.equal(await page.textContent('.own_number .number'), 'A022');
    await page.getByRole('link', { name: 'Theo dõi số này' }).click();
    await page.waitForURL(/\/t\/waiting/);
  });

  booking_test('a check-in whose answer is lost gives one number, however often it is pressed', async (page, server) => {
    await find(page, server, '2026-11-16T10:00:00+07:00');
    server.fault = ({ method }) => (method === 'POST' ? 'unanswered' : undefined);
    await check_in(page).click();
    await shows(page, /không bị làm hai lần/);
    server.fault = () => undefined;
    await check_in(page).click();
    await page.waitForSelector('.own_number');
    assert.equal(new Set(server.requests.filter(({ path }) => path.endsWith('check_in')).map(({ key }) => key)).size, 1);
  });

  booking_test('before its time a booking says from when on it can be checked in', async (page, server) => {
    await find(page, server, '2026-11-16T14:00:00+07:00');
    await shows(page, 'Từ 13:30, quét hoặc nhập mã này ở máy lấy số.');
    assert.equal(await check_in(page).count(), 0);
  });

  booking_test('who is late is told so before and after', async (page, server) => {
    await find(page, server, '2026-11-16T09:00:00+07:00', { state: 'no_show' });
    await shows(page, 'Đã quá giờ hẹn 09:00, số được xếp như lấy trực tiếp.');
    await check_in(page).click();
    await page.locator('.own_number').getByText(/như lấy trực tiếp/).waitFor();
  });

  booking_test('a check-in that is refused names the time or the number, or the way to the kiosk', async (page, server) => {
    await find(page, server, '2026-11-16T10:00:00+07:00');
    const booking = server.appointments.get('7KQ2MD');
    const refused = async (change, text) => {
      Object.assign(booking, change);
      await check_in(page).click();
      await shows(page, text);
    };
    server.at_office = false;
    await refused({}, /Mời ông\/bà quét mã ở máy lấy số/);
    server.at_office = true;
    await refused({ check_in_from: '2026-11-16T09:50:00+07:00' }, 'Ông/bà đến sớm, mời quay lại xác nhận từ 09:50.');
    await refused({ start: '2026-11-17T10:00:00+07:00' }, /10:00, Thứ Ba 17\/11\/2026. Mời ông\/bà xác nhận vào ngày đó/);
    await refused({ state: 'checked_in', number: 'A019' }, 'Lịch hẹn này đã được xác nhận. Số của ông/bà là A019.');
    assert.equal(await page.textContent('.own_number .number'), 'A019');
  });

  booking_test('a search finds a procedure without its marks, and its papers are told', async (page, server) => {
    await page.goto(`${server.url}/book?lang=vi`);
    await page.getByRole('searchbox').fill('khai sinh');
    await page.getByRole('button', { name: /Đăng ký khai sinh/ }).click();
    await page.locator('.day:not(:disabled)').nth(1).click();
    await page.getByRole('button', { name: /^09:00/ }).click();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await fill(page);
    await book(page);
    await shows(page, 'Giấy chứng sinh');
  });

  booking_test('the keyboard alone books', async (page, server) => {
    await page.goto(`${server.url}/book?lang=vi`);
    const press_on = async (name) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if (name.test(await page.evaluate(() => document.activeElement?.textContent ?? ''))) {
          return page.keyboard.press('Enter');
        }
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    await page.waitForSelector('.earliest b');
    await press_on(/Hộ tịch/);
    await page.waitForSelector('.time:not(:disabled)');
    await press_on(/^13:00|^14:00/);
    await press_on(/Tiếp tục/);
    await page.waitForSelector('#name');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lan');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0912345678');
    await page.keyboard.press('Enter');
    await booked(page);
  });
}
