// Loaded before a worker: its wall clock runs CLOCK_AHEAD milliseconds ahead of everybody else's (behind, when negative).
// With CLOCK_TURNS it shows the true time until SIGUSR2 comes, and is shifted from that moment on.
const TrueDate = Date;
const shift = Number(process.env.CLOCK_AHEAD);
let ahead = process.env.CLOCK_TURNS ? 0 : shift;
process.on('SIGUSR2', () => (ahead = shift));

class ShiftedDate extends TrueDate {
  constructor(...parts) {
    if (parts.length === 0) super(TrueDate.now() + ahead);
    else super(...parts);
  }

  static now() {
    return TrueDate.now() + ahead;
  }
}

globalThis.Date = ShiftedDate;
