// The hall of the tests: an invented ward on Monday, 16 November 2026, at 09:41.

export const now = '2026-11-16T09:41:00+07:00';

const service = (code, name, name_en, more) => ({
  code, name, name_en, target_s: 900, state: 'open', reason: null, until: null, opens_at: null, last_number: null, waiting: 0,
  expected_wait_s: 0, expected_from_s: 0, expected_to_s: 0, forecast_state: 'open', doubtful: false, bookable: true, ...more,
});

export const ticket = (more = {}) => ({
  number: 'A022', service: 'A', service_name: 'Hộ tịch – Chứng thực', service_name_en: 'Civil Status – Certification', site: 'demo',
  site_name: 'Trung tâm Phục vụ hành chính công Phường An Bình', site_name_en: 'Public Administration Service Centre of An Binh Ward',
  day: '2026-11-16', state: 'waiting', ahead: 4, expected_call_at: '2026-11-16T10:01:00+07:00', expected_wait_s: 1200,
  expected_from_s: 900, expected_to_s: 1500, forecast_state: 'open', opens_at: null, doubtful: false, counter: null,
  issued_at: '2026-11-16T09:30:00+07:00', called_at: null, held_until: null, calls: 0,
  intake: { state: 'open', reason: null, until: null, opens_at: null, last_number: null }, time: now, ...more,
});

export const office = () => ({
  name: 'Trung tâm Phục vụ hành chính công Phường An Bình',
  name_en: 'Public Administration Service Centre of An Binh Ward',
  services: [
    service('A', 'Hộ tịch – Chứng thực', 'Civil Status – Certification', { waiting: 7, expected_wait_s: 1200, expected_from_s: 900, expected_to_s: 1500 }),
    service('B', 'Đất đai – Xây dựng', 'Land – Construction', { waiting: 12, expected_wait_s: 4200, expected_from_s: 3600, expected_to_s: 4800 }),
    service('C', 'Đăng ký kinh doanh', 'Business Registration', { state: 'suspended', reason: 'Mất mạng', forecast_state: 'closed', expected_wait_s: null, expected_from_s: null, expected_to_s: null }),
    service('D', 'Trả kết quả', 'Collect Results', {}),
  ],
  calling: [{ number: 'A018', counter: '2', called_at: '2026-11-16T09:40:10+07:00' }],
  holidays: { '2026-11-24': 'Ngày Văn hoá Việt Nam' },
  full: ['2026-11-16T13:00', '2026-11-16T13:30', '2026-11-17T07:30', '2026-11-17T08:00', '2026-11-18T07:30'],
  procedures: [
    { code: '1.001193', service: 'A', name: 'Đăng ký khai sinh', name_en: 'Registration of a birth', minutes: 12,
      papers: ['Tờ khai theo mẫu', 'Giấy chứng sinh', 'Thẻ căn cước của cha, mẹ'],
      papers_en: ['Declaration form', 'Notice of birth from the hospital', 'The parents’ identity cards'] },
    { code: '1.000656', service: 'A', name: 'Đăng ký khai tử', name_en: 'Registration of a death', papers: [], papers_en: [] },
  ],
  tickets: {
    waiting: ticket(),
    near: ticket({ ahead: 2, expected_wait_s: 500, expected_from_s: 300, expected_to_s: 700, expected_call_at: '2026-11-16T09:50:00+07:00' }),
    called: ticket({ state: 'called', counter: '3', called_at: '2026-11-16T09:40:00+07:00', calls: 1, ahead: 0, forecast_state: null, expected_call_at: null }),
    no_show: ticket({ state: 'no_show', counter: '3', calls: 2, ahead: 0, forecast_state: null, expected_call_at: null }),
    held: ticket({ state: 'held', counter: '3', calls: 1, held_until: '2026-11-16T10:15:00+07:00', forecast_state: null, expected_call_at: null }),
    serving: ticket({ state: 'serving', counter: '3', calls: 1, forecast_state: null, expected_call_at: null }),
    served: ticket({ state: 'served', counter: '3', calls: 1, forecast_state: null, expected_call_at: null }),
    cancelled: ticket({ state: 'cancelled', forecast_state: null, expected_call_at: null }),
  },
});
