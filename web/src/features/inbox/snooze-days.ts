/** The days offered first: tomorrow, and the next Monday where that is another day. */
export function snoozeDays(today: string): { tomorrow: string; nextMonday: string | null; lastDay: string } {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  return {
    tomorrow: daysAfter(today, 1),
    nextMonday: toMonday === 1 ? null : daysAfter(today, toMonday),
    lastDay: daysAfter(today, 365),
  };
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
