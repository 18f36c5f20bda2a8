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
    async close() {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
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
}
