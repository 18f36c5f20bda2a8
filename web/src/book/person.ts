// What a citizen types about themselves, before it is sent. The server has the last word.

/** The digits of a Vietnamese number, "+84" written as "0"; null if it cannot be one. */
export function phone_number(typed: string): string | null {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0');
  return /^0\d{9,10}$/.test(digits) ? digits : null;
}

export const last_four = (phone: string): string => phone.slice(-4);

/** An appointment's code as it is written: capitals, without spaces. */
export const booking_code = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();
