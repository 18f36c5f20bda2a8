// The icons of the pages: Lucide (ISC). A state is never told by colour alone.

import angry from '../../assets/icons/angry.svg';
import arrow_left from '../../assets/icons/arrow-left.svg';
import arrow_left_right from '../../assets/icons/arrow-left-right.svg';
import arrow_right from '../../assets/icons/arrow-right.svg';
import bell from '../../assets/icons/bell.svg';
import bell_ring from '../../assets/icons/bell-ring.svg';
import calendar_check from '../../assets/icons/calendar-check.svg';
import calendar_clock from '../../assets/icons/calendar-clock.svg';
import calendar_plus from '../../assets/icons/calendar-plus.svg';
import calendar_x from '../../assets/icons/calendar-x.svg';
import check from '../../assets/icons/check.svg';
import chevron_left from '../../assets/icons/chevron-left.svg';
import chevron_right from '../../assets/icons/chevron-right.svg';
import circle_alert from '../../assets/icons/circle-alert.svg';
import circle_check from '../../assets/icons/circle-check.svg';
import circle_pause from '../../assets/icons/circle-pause.svg';
import clock from '../../assets/icons/clock.svg';
import clock_plus from '../../assets/icons/clock-plus.svg';
import cloud_off from '../../assets/icons/cloud-off.svg';
import frown from '../../assets/icons/frown.svg';
import landmark from '../../assets/icons/landmark.svg';
import laugh from '../../assets/icons/laugh.svg';
import meh from '../../assets/icons/meh.svg';
import search from '../../assets/icons/search.svg';
import smile from '../../assets/icons/smile.svg';
import ticket from '../../assets/icons/ticket.svg';
import undo from '../../assets/icons/undo-2.svg';
import user_check from '../../assets/icons/user-check.svg';
import x from '../../assets/icons/x.svg';

const shapes = {
  angry, arrow_left, arrow_left_right, arrow_right, bell, bell_ring, calendar_check, calendar_clock, calendar_plus, calendar_x,
  check, chevron_left, chevron_right, circle_alert, circle_check, circle_pause, clock, clock_plus, cloud_off, frown, landmark, laugh,
  meh, search, smile, ticket, undo, user_check, x,
};

export type icon_name = keyof typeof shapes;

/** Decoration: what it means stands in words beside it. */
export function Icon({ name }: { name: icon_name }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: shapes[name] }} />
  );
}
