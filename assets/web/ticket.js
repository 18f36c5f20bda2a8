// Follows one ticket for the person who holds it: by the live feed, else by asking every 10 s, and says so when
// neither answers. Every time shown is the server's, for a phone's clock may be wrong.

// Valid JSON, so that the page's check can read it.
const texts = {
  "vi": {
    "other_language": "English",
    "page": "Số thứ tự",
    "loading": "Đang tìm số của ông/bà",
    "gone": "Không tìm thấy số này",
    "gone_help": "Có thể số đã được phục vụ xong, hoặc là số của ngày trước.\nMời ông/bà xem lại phiếu hoặc hỏi cán bộ hướng dẫn.",
    "your_number": "Số của ông/bà",
    "go_to": "Mời ông/bà đến quầy số",
    "ahead": "Số người đang chờ trước",
    "wait": "Dự kiến chờ",
    "call_at": "Dự kiến gọi lúc",
    "may_change": "Thời gian có thể thay đổi, vì một số người được ưu tiên theo quy định.",
    "minutes": "{n} phút",
    "hours": "{h} giờ {m}",
    "whole_hours": "{h} giờ",
    "range": "{from} – {to}",
    "minutes_range": "{from}–{to} phút",
    "under_five": "dưới 5 phút",
    "soon": "sắp đến lượt",
    "at_on": "{time} ngày {date}",
    "issued": "Lấy số lúc {time} ngày {date}",
    "updated": "Cập nhật lúc {time}",
    "offline": "Mất kết nối, đang thử lại.",
    "offline_since": "Mất kết nối, đang thử lại. Thông tin dưới đây là lúc {time}.",
    "title_called": "Quầy {counter} · {number}",
    "title": "{number} · {state}",
    "waiting": "Đang chờ",
    "waiting_sentence": "Mời ông/bà chờ gọi số.\nKhi đến lượt, trang này sẽ hiện số quầy.",
    "waiting_next": "Sắp đến lượt ông/bà.\nMời ông/bà chờ gần quầy.",
    "counter_planned": "Chưa có quầy mở. Quầy dự kiến mở lúc {time}.\nKhi đến lượt, trang này sẽ hiện số quầy.",
    "counter_paused": "Quầy đang tạm nghỉ, chưa dự kiến được giờ gọi.\nKhi đến lượt, trang này sẽ hiện số quầy.",
    "counter_closed": "Chưa có quầy nào mở, chưa dự kiến được giờ gọi.\nMời ông/bà hỏi cán bộ hướng dẫn.",
    "not_today": "Hôm nay có lẽ không kịp đến lượt ông/bà.\nMời ông/bà đặt lịch ngày khác hoặc hỏi cán bộ hướng dẫn.",
    "doubtful": "Hôm nay có thể không kịp đến lượt ông/bà.\nKhi đến lượt, trang này sẽ hiện số quầy.",
    "waiting_heard": "Số {number}. Số người đang chờ trước: {ahead}.",
    "called": "Đang gọi",
    "called_sentence": "Đã đến lượt ông/bà.\nXin mang theo giấy tờ.",
    "called_again": "Đã đến lượt ông/bà, quầy đã gọi {n} lần.\nXin mang theo giấy tờ.",
    "called_heard": "Mời số {number} đến quầy số {counter}.",
    "serving": "Đang phục vụ",
    "serving_sentence": "Ông/bà đang được phục vụ tại quầy số {counter}.",
    "held": "Tạm giữ số",
    "held_sentence": "Quầy số {counter} đang giữ số cho ông/bà.\nKhi xong việc, mời ông/bà trở lại quầy này, không cần lấy số mới.",
    "held_until": "Quầy chờ ông/bà đến {time}.",
    "served": "Đã phục vụ xong",
    "served_sentence": "Ông/bà đã được phục vụ xong.\nXin cảm ơn ông/bà.",
    "no_show": "Vắng mặt",
    "no_show_sentence": "Quầy đã gọi số này nhưng chưa gặp được ông/bà.\nMời ông/bà báo cán bộ để được gọi lại.",
    "cancelled": "Đã hủy số",
    "cancelled_sentence": "Số này không còn hiệu lực.\nNếu còn việc cần giải quyết, mời ông/bà lấy số mới hoặc hỏi cán bộ hướng dẫn.",
    "last_today": "Đây là số cuối cùng trong ngày.",
    "intake_suspended": "Tạm ngừng cấp số mới.",
    "intake_closed": "Đã hết giờ cấp số mới.",
    "intake_full": "Hôm nay đã hết số.",
    "reason": "Lý do: {reason}.",
    "opens": "Cấp số lại lúc {time}.",
    "still_served": "Người đã có số vẫn được phục vụ.",
    "paused": "Các quầy của dịch vụ này đang tạm nghỉ, mời ông/bà tiếp tục chờ."
  },
  "en": {
    "other_language": "Tiếng Việt",
    "page": "Your number",
    "loading": "Looking for your number",
    "gone": "This number was not found",
    "gone_help": "It may be finished, or from another day.\nPlease look at your slip again or ask the guide.",
    "your_number": "Your number",
    "go_to": "Please go to counter",
    "ahead": "People ahead of you",
    "wait": "Expected wait",
    "call_at": "Expected call at",
    "may_change": "Times may change, because some people have priority by law.",
    "minutes": "{n} min",
    "hours": "{h} h {m}",
    "whole_hours": "{h} h",
    "range": "{from} – {to}",
    "minutes_range": "{from}–{to} min",
    "under_five": "under 5 min",
    "soon": "any moment now",
    "at_on": "{time}, {date}",
    "issued": "Number taken at {time}, {date}",
    "updated": "Updated at {time}",
    "offline": "Connection lost, trying again.",
    "offline_since": "Connection lost, trying again. What you see is from {time}.",
    "title_called": "Counter {counter} · {number}",
    "title": "{number} · {state}",
    "waiting": "Waiting",
    "waiting_sentence": "Please wait for your number.\nThis page will show the counter when it is your turn.",
    "waiting_next": "It is nearly your turn.\nPlease stay near the counters.",
    "counter_planned": "No counter is open yet. One should open at {time}.\nThis page will show the counter when it is your turn.",
    "counter_paused": "The counters are having a break, so no time can be given yet.\nThis page will show the counter when it is your turn.",
    "counter_closed": "No counter is open, so no time can be given.\nPlease ask the guide.",
    "not_today": "Your turn will probably not come today.\nPlease book another day or ask the guide.",
    "doubtful": "Your turn may not come today.\nThis page will show the counter when it is your turn.",
    "waiting_heard": "Number {number}. People ahead of you: {ahead}.",
    "called": "Now calling",
    "called_sentence": "It is your turn.\nPlease bring your papers.",
    "called_again": "It is your turn: you have been called {n} times.\nPlease bring your papers.",
    "called_heard": "Number {number}, please go to counter {counter}.",
    "serving": "Being served",
    "serving_sentence": "You are being served at counter {counter}.",
    "held": "On hold",
    "held_sentence": "Counter {counter} is keeping your number.\nWhen you are ready, please go back to that counter; you do not need a new number.",
    "held_until": "The counter expects you until {time}.",
    "served": "Served",
    "served_sentence": "You have been served.\nThank you.",
    "no_show": "Missed call",
    "no_show_sentence": "We called this number but did not see you.\nPlease tell a member of staff, so that you can be called again.",
    "cancelled": "Cancelled",
    "cancelled_sentence": "This number is no longer valid.\nIf you still need us, please take a new number or ask the guide.",
    "last_today": "This is the last number today.",
    "intake_suspended": "No new numbers for the time being.",
    "intake_closed": "It is too late for new numbers.",
    "intake_full": "No more numbers today.",
    "reason": "Reason: {reason}.",
    "opens": "New numbers from {time}.",
    "still_served": "Everyone who has a number is still served.",
    "paused": "The counters of this service are on a break; please keep waiting."
  }
};

const poll_ms = 10000;          // without a live feed
const refresh_ms = 30000;       // beside a live feed: others' calls change the people ahead; also finds a dead link
const silence_ms = 1500;        // without an answer for this long we say so
const give_up_ms = 8000;        // a request is not waited for longer
const retry_ms = [1000, 30000]; // back-off of the live feed, least and most
const renew_ms = 180000;        // a told time stands until the expected call has moved by this
const final_states = ['served', 'cancelled'];
const without_minutes = { planned: 'counter_planned', paused: 'counter_paused', closed: 'counter_closed', too_late: 'not_today' };

const track = location.pathname.split('/').filter(Boolean).pop() || '';
const ticket_url = '/api/v1/track/' + track;
const live_url = location.origin.replace(/^http/, 'ws') + ticket_url + '/live';
const element = (id) => document.getElementById(id);

let language = remembered_language();
let ticket = null;   // as last told
let told_at = 0;     // when, by this page's steady clock
let promise = null;  // the times that are shown: { call, from, to } in ms, and the offset that they are written in
let gone = false;
let lost = false;
let live = null;     // the open socket
let live_seq = 0;
let heard = 0;       // live messages so far: an answer asked for before the last of them is old
let fails = 0;
let connects = 0;
let asking = null;
let ask_timer = 0;
let connect_timer = 0;
let silence_timer = 0;

// ---- words

function remembered_language() {
  try {
    const kept = localStorage.getItem('language');
    if (texts[kept]) return kept;
  } catch (refused) { /* private browsing keeps nothing */ }
  const wanted = (navigator.languages || [navigator.language]).map((tag) => String(tag).slice(0, 2).toLowerCase());
  return wanted.find((tag) => texts[tag]) || (wanted[0] ? 'en' : 'vi');
}

function say(key, values) {
  return texts[language][key].replace(/\{(\w+)\}/g, (whole, name) => {
    if (!values || !(name in values)) return whole;
    return values[name] === null ? '–' : values[name];
  });
}

function in_language(name) {
  return (language === 'en' && ticket[name + '_en']) || ticket[name];
}

// "2026-11-23T08:05:00+07:00" is already the hall's own time: it is shown as written.
const clock = (instant) => instant.slice(11, 16);

// With the year for what is past, without it for what is near.
function date(instant, with_year) {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number);
  if (language === 'vi') return instant.slice(8, 10) + '/' + instant.slice(5, 7) + (with_year ? '/' + year : '');
  return new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en-GB',
    { day: 'numeric', month: 'short', year: with_year ? 'numeric' : undefined, timeZone: 'UTC' });
}

// What is shown stands until the expected call moves by a few minutes: a time that flickers helps nobody.
function renew_promise() {
  const known = ticket.state === 'waiting' && ticket.expected_call_at;
  if (!known) {
    promise = null;
    return;
  }
  const call = Date.parse(ticket.expected_call_at);
  const told = Date.parse(ticket.time);
  const to_call = (seconds, other) => told + 1000 * (typeof seconds === 'number' ? seconds : other);
  if (promise && Math.abs(promise.call - call) < renew_ms) return;
  promise = {
    call,
    from: to_call(ticket.expected_from_s, ticket.expected_wait_s),
    to: to_call(ticket.expected_to_s, ticket.expected_wait_s),
  };
}

const has_open_counter = () => ticket.forecast_state === 'open';

// Minutes from now, by the server's clock.
function minutes_to(instant_ms) {
  const since_told_ms = lost ? 0 : performance.now() - told_at;
  return (instant_ms - Date.parse(ticket.time) - since_told_ms) / 60000;
}

// The one way a long wait is written: "1 giờ 20".
function duration(minutes) {
  if (minutes < 60) return say('minutes', { n: minutes });
  const values = { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') };
  return say(minutes % 60 ? 'hours' : 'whole_hours', values);
}

// Outward, each end by itself, as on every screen of the hall.
const step_at = (minutes) => (minutes < 60 ? 5 : 10);

function expected_wait() {
  const least = Math.max(0, minutes_to(promise.from));
  const most = Math.max(0, minutes_to(promise.to));
  if (most <= 1 && has_open_counter()) return say('soon');
  if (most <= 5) return say('under_five');
  const from = Math.floor(least / step_at(least)) * step_at(least);
  const to = Math.ceil(most / step_at(most)) * step_at(most);
  if (from === to) return duration(to);
  return to < 60 ? say('minutes_range', { from, to }) : say('range', { from: duration(from), to: duration(to) });
}

// The office's own time: the offset is that of the times it sends.
function office_time(instant_ms) {
  const sign = ticket.time[19] === '-' ? -1 : 1;
  const [hours, minutes] = ticket.time.slice(20).split(':').map(Number);
  const offset_ms = ticket.time.endsWith('Z') ? 0 : sign * (60 * hours + minutes) * 60000;
  return new Date(instant_ms + offset_ms).toISOString();
}

const same_day = () => office_time(promise.to).slice(0, 10) === ticket.time.slice(0, 10);

function expected_call() {
  const step_ms = 5 * 60000;
  const from = office_time(Math.floor(promise.from / step_ms) * step_ms);
  const to = office_time(Math.ceil(promise.to / step_ms) * step_ms);
  if (from === to) return clock(to);
  const values = { from: clock(from), to: clock(to) };
  return same_day() ? say('range', values) : say('at_on', { time: say('range', values), date: date(from, false) });
}

function waiting_sentence() {
  if (ticket.forecast_state in without_minutes) {
    const at = ticket.opens_at;
    if (ticket.forecast_state === 'planned' && !at) return say('counter_closed');
    const time = at && (at.slice(0, 10) === ticket.time.slice(0, 10) ? clock(at)
      : say('at_on', { time: clock(at), date: date(at, false) }));
    return say(without_minutes[ticket.forecast_state], { time });
  }
  if (ticket.doubtful) return say('doubtful');
  const next = ticket.ahead === 0 && promise && minutes_to(promise.to) <= 5;
  return say(next ? 'waiting_next' : 'waiting_sentence');
}

function sentence() {
  if (ticket.state === 'waiting') return waiting_sentence();
  if (ticket.state === 'called' && ticket.calls > 1) return say('called_again', { n: ticket.calls });
  const told = say(ticket.state + '_sentence', ticket);
  return ticket.state === 'held' && ticket.held_until ? told + '\n' + say('held_until', { time: when(ticket.held_until) }) : told;
}

// With the date where that is another day.
function when(instant) {
  return instant.slice(0, 10) === ticket.time.slice(0, 10) ? clock(instant)
    : say('at_on', { time: clock(instant), date: date(instant, false) });
}

// Whether others may still come, and what that means for the holder of this number.
function intake_notice() {
  const { intake, state } = ticket;
  if (state === 'waiting' && ticket.forecast_state === 'paused') return say('paused');
  if (!intake || intake.state === 'open' || state === 'served') return '';
  const is_last = intake.last_number === ticket.number;
  const parts = [is_last ? say('last_today') : say(`intake_${intake.state}`)];
  if (intake.reason) parts.push(say('reason', intake));
  if (intake.opens_at) parts.push(say('opens', { time: when(intake.opens_at) }));
  if (!final_states.includes(state)) parts.push(say('still_served'));
  return parts.join(' ');
}

// ---- the page

function show(id, text) {
  element(id).hidden = !text;
  if (text && element(id).textContent !== text) element(id).textContent = text;
}

function draw() {
  document.documentElement.lang = language;
  for (const each of document.querySelectorAll('[data-text]')) each.textContent = say(each.dataset.text);
  element('language').textContent = say('other_language');
  element('language').lang = language === 'vi' ? 'en' : 'vi';
  element('loading').hidden = gone || ticket !== null;
  element('gone').hidden = !gone;
  element('ticket').hidden = gone || ticket === null;
  element('times').hidden = gone || ticket === null;
  element('offline').hidden = !lost || gone;
  show('offline_text', lost ? (ticket ? say('offline_since', { time: clock(ticket.time) }) : say('offline')) : '');
  document.body.dataset.state = gone ? 'gone' : ticket ? ticket.state : 'loading';
  document.title = say(gone ? 'gone' : 'page');
  show('site', ticket ? in_language('site_name') : say('page'));
  if (ticket && !gone) draw_ticket();
}

function draw_ticket() {
  const called = ticket.state === 'called';
  const waiting = ticket.state === 'waiting';
  document.title = called ? say('title_called', ticket)
    : say('title', { number: ticket.number, state: say(ticket.state) });
  show('service', in_language('service_name'));
  show('number', ticket.number);
  show('state_name', say(ticket.state));
  show('sentence', sentence());
  show('intake', intake_notice());
  element('state_icon').setAttribute('href', '#icon_' + ticket.state);
  element('call').hidden = !called;
  show('counter', called ? String(ticket.counter) : '');
  element('counter').toggleAttribute('data-long', String(ticket.counter).length > 2);
  element('facts').hidden = element('may_change').hidden = !waiting;
  if (waiting) {
    show('ahead', String(ticket.ahead));
    show('wait', promise ? expected_wait() : '');
    show('call_at', promise ? expected_call() : '');
    element('wait_row').hidden = !promise || !same_day(); // "22 hours" helps nobody
    element('call_at_row').hidden = !promise || (same_day() && minutes_to(promise.to) <= 5);
  }
  show('issued', say('issued', { time: clock(ticket.issued_at), date: date(ticket.issued_at, true) }));
  show('updated', say('updated', { time: clock(ticket.time) }));
}

// Screen readers hear what changed, once; a call is heard at once and felt where the phone allows it.
function announce(before) {
  const calling = ticket.state === 'called' &&
    !(before && before.state === 'called' && before.calls === ticket.calls && before.counter === ticket.counter);
  if (calling) {
    element('urgent').textContent = say('called_heard', ticket);
    try {
      if (navigator.vibrate) navigator.vibrate([400, 200, 400, 200, 400]);
    } catch (refused) { /* not allowed here */ }
  } else if (before && before.state !== ticket.state) {
    element('polite').textContent = sentence();
  } else if (before && ticket.state === 'waiting' && before.ahead !== ticket.ahead) {
    element('polite').textContent = say('waiting_heard', ticket);
  }
}

// ---- what the server tells

function take(told) {
  const before = ticket;
  ticket = told;
  told_at = performance.now();
  renew_promise();
  in_contact();
  announce(before);
  draw();
  if (final_states.includes(ticket.state)) stop();
}

function in_contact() {
  clearTimeout(silence_timer);
  silence_timer = 0;
  lost = false;
}

function out_of_contact() {
  if (lost || gone) return;
  lost = true;
  draw();
}

// No word yet is not a loss; no word for a while is.
function expect_word() {
  if (!silence_timer) silence_timer = setTimeout(out_of_contact, silence_ms);
}

// All is said: a served or cancelled ticket never changes again.
function stop() {
  clearTimeout(ask_timer);
  clearTimeout(silence_timer);
  disconnect();
}

function over() {
  return gone || (ticket !== null && final_states.includes(ticket.state));
}

const jittered = (ms) => ms * (0.75 + Math.random() / 2);

async function ask() {
  clearTimeout(ask_timer);
  if (asking || over()) return;
  expect_word();
  asking = new AbortController();
  const give_up = setTimeout(() => asking.abort(), give_up_ms);
  const heard_before = heard;
  let next_ms = poll_ms;
  try {
    const answer = await fetch(ticket_url, { cache: 'no-cache', signal: asking.signal });
    if (answer.status === 404) {
      gone = true;
    } else if (answer.status === 429) {
      in_contact();
      next_ms = Math.max(poll_ms, 1000 * Number(answer.headers.get('Retry-After')) || 0);
    } else if (answer.ok) {
      const told = await answer.json();
      if (heard === heard_before) take(told);
    } else {
      throw new Error(String(answer.status));
    }
    fails = 0;
  } catch (unreachable) {
    fails += 1;
    next_ms = Math.min(poll_ms, 1000 * 2 ** fails);
    disconnect(); // it may hang on a dead link for minutes before the browser says so
    out_of_contact();
  }
  clearTimeout(give_up);
  asking = null;
  if (gone) stop();
  draw();
  if (!over()) ask_timer = setTimeout(ask, jittered(live && !lost ? refresh_ms : next_ms));
}

function connect() {
  clearTimeout(connect_timer);
  if (live || over() || !window.WebSocket) return;
  let socket;
  try {
    socket = new WebSocket(live_url, 'motcua.v1');
  } catch (refused) { // older Safari: its policy knows no 'self' for sockets; asking goes on
    return;
  }
  live = socket;
  socket.onmessage = (event) => {
    if (live !== socket) return;
    const message = JSON.parse(event.data);
    if (message.type !== 'snapshot' && message.seq <= live_seq) return;
    live_seq = message.seq;
    connects = 0;
    if (!message.ticket) return;
    heard += 1;
    take(message.ticket);
  };
  socket.onclose = () => {
    if (live !== socket) return;
    disconnect();
    ask();
  };
}

// Leaves the live feed, to try again later unless all is said.
function disconnect() {
  clearTimeout(connect_timer);
  const socket = live;
  live = null;
  if (socket) socket.close();
  if (over()) return;
  connects += 1;
  connect_timer = setTimeout(connect, jittered(Math.min(retry_ms[1], retry_ms[0] * 2 ** (connects - 1))));
}

function again() {
  if (over()) return;
  connects = 0;
  connect();
  ask();
}

element('language').addEventListener('click', () => {
  language = language === 'vi' ? 'en' : 'vi';
  try {
    localStorage.setItem('language', language);
  } catch (refused) { /* remembered until the page closes */ }
  draw();
});
window.addEventListener('offline', () => {
  out_of_contact();
  ask();
});
window.addEventListener('online', again);
document.addEventListener('visibilitychange', () => { if (!document.hidden) again(); });
setInterval(() => { if (ticket && ticket.state === 'waiting' && !lost) draw(); }, 15000);

element('language').hidden = false;
draw();
again();
