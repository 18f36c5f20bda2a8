// The pages against motcua-server itself: its live feed, its policy, its answers.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { promisify } from 'node:util';

const program = process.env.MOTCUA_SERVER;

/** A running server on a fresh demo office. */
async function open_office() {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-web-office-'));
  await promisify(execFile)(program, ['init', '--data', join(folder, 'data'), '--demo']);
  const { tokens } = JSON.parse(await readFile(join(folder, 'data', 'demo.json'), 'utf8'));
  const server = spawn(program, ['serve', '--data', join(folder, 'data'), '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let url = '';
  for await (const line of createInterface({ input: server.stdout })) {
    url = `http://${/listening on (\S+)/.exec(line)[1]}`;
    break;
  }
  return {
    url,
    async post(path, body, token) {
      const given = await fetch(`${url}/api/v1/sites/demo/${path}`, {
        method: 'POST', body: JSON.stringify(body),
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': `${path}-${Math.random()}` },
      });
      assert.ok(given.ok, `${path}: ${given.status}`);
      return given.json();
    },
    tokens,
    /** Changes these settings, and no others. */
    async set(changes) {
      const headers = { Authorization: `Bearer ${tokens.admin}`, 'Content-Type': 'application/json' };
      const before = await fetch(`${url}/api/v1/sites/demo/settings`, { headers });
      headers['If-Match'] = before.headers.get('ETag');
      const given = await fetch(`${url}/api/v1/sites/demo/settings`, { method: 'PUT', headers, body: JSON.stringify(changes) });
      assert.ok(given.ok, `settings: ${given.status} ${await given.text()}`);
    },
    async close() {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A hall in which it is about noon now, on a day and the next that can be booked to the present minute. */
function always_bookable() {
  const now = new Date();
  const ahead = 12 - now.getUTCHours();
  const today = new Date(now.getTime() + 3_600_000 * ahead).toISOString().slice(0, 10);
  const days = [today, new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)];
  return {
    time_zone: `UTC${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`,
    exceptions: days.map((day) => ({ day, hours: [['00:00', '24:00']], name: '' })),
    appointments: { slot_minutes: 30, step_minutes: 30, capacity: 2, lead_minutes: 0, early_minutes: 1440, hours: null },
    check_in_networks: ['127.0.0.0/8'],
  };
}

export function server_promises(opened) {
  const options = program ? {} : { skip: 'MOTCUA_SERVER names no server' };

  test('server: a call reaches the phone by the live feed, and the hall shows it', options, async () => {
    const office = await open_office();
    const page = await opened.fresh();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    try {
      const issued = await office.post('tickets', { service: 'A', priority: 'none', channel: 'kiosk' }, office.tokens.kiosk);
      await page.goto(`${office.url}/t/${issued.track_url.split('/').pop()}?lang=vi`);
      await page.getByText('Đang chờ', { exact: true }).waitFor();
      await office.post('counters/1/open', { services: ['A', 'D'] }, office.tokens.counter[1]);
      await office.post('counters/1/call_next', {}, office.tokens.counter[1]);
      await page.waitForSelector('[data-state="called"] .counter');
      assert.equal(await page.textContent('.counter strong'), '1');
      await page.goto(`${office.url}/?lang=vi`);
      await page.getByText('Hộ tịch – Chứng thực').waitFor();
      await page.locator('.find input').fill('A001');
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      await page.getByText('Mời số A001 đến quầy số 1.').waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await opened.leave(page);
      await office.close();
    }
  });

  test('server: booked, found again, moved and checked in on the phone, and waited for at another service', options, async () => {
    const office = await open_office();
    const page = await opened.fresh();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    const press = (name) => page.getByRole('button', { name }).first().click();
    try {
      await office.set(always_bookable());
      await page.goto(`${office.url}/book?lang=vi`);
      await page.waitForSelector('.earliest b');
      await press(/Hộ tịch/);
      await page.locator('.time:not(:disabled)').nth(2).click();
      await press('Tiếp tục');
      await page.fill('#name', 'Nguyễn Thị Lan');
      await page.fill('#phone', '0912 345 678');
      await press('Đặt lịch hẹn');
      await page.getByText('Đã ghi nhận lịch hẹn').waitFor();
      const code = await page.textContent('.code b');
      const file = await fetch(office.url + await page.getAttribute('a[download]', 'href'));
      assert.match(await file.text(), new RegExp(`^BEGIN:VCALENDAR[^]*${code}[^]*SEQUENCE:0`));
      await page.reload();
      await page.getByText('Lịch hẹn của ông/bà').waitFor();
      const before = await page.textContent('.booked_time');
      await press('Đổi giờ');
      await page.locator('.time:not(:disabled)').nth(4).click();
      await press('Đổi sang giờ này');
      await page.getByText('Đã đổi lịch hẹn').waitFor();
      assert.notEqual(await page.textContent('.booked_time'), before);
      await press('Tôi đã đến, xin lấy số');
      await page.getByText('Đã xác nhận ông/bà đến').waitFor();
      assert.equal(await page.textContent('.own_number .number'), 'A001');
      await page.getByRole('link', { name: 'Theo dõi số này' }).click();
      await page.getByText('Đang chờ', { exact: true }).waitFor();
      await press('Đổi lĩnh vực');
      await press(/Đất đai/);
      await page.getByText('Đã đổi lĩnh vực.').waitFor();
      assert.match(await page.textContent('.service'), /Đất đai/);
      await page.goto(`${office.url}/?lang=vi`);
      await page.getByRole('link', { name: /A001/ }).waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await opened.leave(page);
      await office.close();
    }
  });
}
