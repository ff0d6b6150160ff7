// Loaded before a worker: its wall clock runs CLOCK_AHEAD milliseconds ahead of everybody else's.
const ahead = Number(process.env.CLOCK_AHEAD);
const TrueDate = Date;

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
