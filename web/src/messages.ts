// The messages of the interface that the pages read. Member names are the wire names (protocol/).

export type ticket_state = 'waiting' | 'called' | 'serving' | 'held' | 'served' | 'no_show' | 'cancelled';
export type intake_state = 'open' | 'closed' | 'suspended' | 'full';
export type forecast_state = 'open' | 'planned' | 'paused' | 'closed' | 'too_late';

export interface intake {
  state: intake_state;
  reason: string | null;
  until: string | null;
  opens_at: string | null;
  last_number: string | null;
}

export interface tracked_ticket {
  number: string;
  service: string;
  service_name: string;
  service_name_en: string;
  site: string;
  site_name: string;
  site_name_en: string;
  day: string;
  state: ticket_state;
  ahead: number;
  expected_call_at: string | null;
  expected_wait_s: number | null;
  expected_from_s: number | null;
  expected_to_s: number | null;
  forecast_state: forecast_state | null;
  opens_at: string | null;
  doubtful: boolean;
  counter: string | null;
  issued_at: string;
  called_at: string | null;
  held_until: string | null;
  calls: number;
  intake: intake | null;
  time: string;
}

/** A message of a ticket's feed. */
export interface track_message {
  type: string;
  seq: number;
  ticket?: tracked_ticket;
}

export interface page_of<T> {
  items: T[];
  next_cursor: string | null;
}

/** One hall of this server, as anybody may know it. */
export interface site {
  site: string;
  name: string;
  name_en: string;
  time: string;
}

export interface service {
  code: string;
  name: string;
  name_en: string;
  state: intake_state;
  reason: string | null;
  until: string | null;
  opens_at: string | null;
  last_number: string | null;
  waiting: number;
  expected_wait_s: number | null;
  expected_from_s: number | null;
  expected_to_s: number | null;
  forecast_state: forecast_state;
  doubtful: boolean;
  /** Left out by a server that books nothing yet. */
  bookable?: boolean;
}

export interface board_service extends Omit<service, 'code'> {
  service: string;
  next: string[];
}

export interface board_call {
  number: string;
  counter: string;
  called_at: string;
}

export interface board {
  site: string;
  time: string;
  calling: board_call[];
  services: board_service[];
}

export interface procedure {
  code: string;
  service: string;
  name: string;
  name_en: string;
  papers: string[];
  papers_en: string[];
  minutes?: number;
}

export type day_kind = 'working' | 'rest' | 'holiday' | 'swapped_off' | 'swapped_on';

export interface calendar_day {
  day: string;
  kind: day_kind;
  name: string;
  confirmed: boolean;
  hours: Array<[string, string]>;
}

export interface slot {
  start: string;
  end: string;
  capacity: number;
  free: number;
}

export interface hold {
  hold: string;
  expires_at: string;
}

export type appointment_state = 'booked' | 'checked_in' | 'no_show' | 'cancelled';

export interface appointment {
  code: string;
  service: string;
  start: string;
  end: string;
  state: appointment_state;
  procedure: string | null;
  /** From when on, and until when on time, it can be checked in; null once its day is over. */
  check_in_from: string | null;
  on_time_until: string | null;
  /** That of the ticket that it became. */
  number: string | null;
  /** How often it was moved. */
  changes: number;
  late: boolean;
}

/** A ticket as it is issued, at check-in. */
export interface issued_ticket {
  number: string;
  day: string;
  late: boolean | null;
  track_url: string;
}

/** RFC 9457 problem details. */
export interface problem {
  status: number;
  detail: string;
  code: string;
  field?: string | null;
  /** What a refused check-in names: the appointment's time, from when on it is possible, the number it has. */
  start?: string;
  opens_at?: string | null;
  number?: string;
  /** Why a service takes nobody now. */
  reason?: string;
}
