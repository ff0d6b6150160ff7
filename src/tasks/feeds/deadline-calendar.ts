import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEvent,
  type ICalEventData,
} from 'ical-generator';
import { addDays, showDay, type Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import type { Deadline } from './deadlines.queries';
import { foldLines } from './fold-lines';

export interface CalendarHead {
  name: string;
  locale: Locale;
  today: Day;
  now: Date;
  publicUrl: string;
  alarms: boolean;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Calendars are asked to look again so often; most look when they like. */
const REFRESH = HOUR;

/** The deadlines as an iCalendar (RFC 5545) of days; each keeps its UID, and its SEQUENCE rises when its day moves. */
export function calendarOf(deadlines: Deadline[], head: CalendarHead): string {
  const calendar = ical({
    prodId: { company: 'PAR Tracker', product: 'Deadlines', language: head.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    scale: 'GREGORIAN',
    name: escapedName(head.name),
    ttl: REFRESH,
  });
  const frame = calendar.toString();
  const events = deadlines.map((deadline) => foldLines(eventOf(calendar, deadline, head).toString()));
  return frame.replace(/END:VCALENDAR$/, () => `${events.join('')}END:VCALENDAR\r\n`);
}

function eventOf(calendar: ICalCalendar, deadline: Deadline, head: CalendarHead): ICalEvent {
  const { id, taskId, day, revision, changedAt, priority } = deadline;
  const summary = seen(summaryOf(deadline, head.locale));
  const fields: ICalEventData = {
    id,
    sequence: revision,
    stamp: head.now,
    lastModified: changedAt,
    allDay: true,
    start: midnight(day),
    end: midnight(addDays(day, 1)),
    summary,
    description: seen(describe(deadline, head.locale)),
    url: `${head.publicUrl.replace(/\/+$/, '')}/tasks/${taskId}`,
    categories: categoriesOf(deadline, head).map((name) => ({ name })),
    // Whoever owes something by a day is not busy that day.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(priority === 'high' ? { priority: 1 } : {}),
  };
  const event = calendar.createEvent(fields);
  for (const days of head.alarms ? [3, 1] : []) {
    event.createAlarm({ type: ICalAlarmType.display, trigger: days * DAY, description: summary });
  }
  return event;
}

/** The library writes a day by its UTC date; no zone of any machine comes into it. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function summaryOf({ kind, code, titleVi, titleEn }: Deadline, locale: Locale): string {
  const title = `${code} – ${locale === 'en' ? (titleEn ?? titleVi) : titleVi}`;
  return kind === 'direction' ? `${words[locale].answer}: ${title}` : title;
}

/** No more than whose task it is: a calendar is often kept by somebody else's servers. */
function describe({ leadUnit, day, originalDay }: Deadline, locale: Locale): string {
  const { unit, original } = words[locale];
  const lines = [`${unit}: ${locale === 'en' ? leadUnit.nameEn : leadUnit.nameVi}`];
  if (originalDay !== day) lines.push(`${original}: ${showDay(originalDay)}`);
  return lines.join('\n');
}

function categoriesOf({ kind, state, day }: Deadline, { locale, today }: CalendarHead): string[] {
  const { task, direction, submitted, overdue } = words[locale];
  return [
    kind === 'task' ? task : direction,
    ...(kind === 'task' && state === 'submitted' ? [submitted] : []),
    ...(day < today ? [overdue] : []),
  ];
}

const words = {
  vi: {
    answer: 'Trả lời ý kiến chỉ đạo',
    unit: 'Cơ quan chủ trì',
    original: 'Thời hạn gốc',
    task: 'Nhiệm vụ',
    direction: 'Ý kiến chỉ đạo',
    submitted: 'Chờ xác nhận',
    overdue: 'Quá hạn',
  },
  en: {
    answer: 'Answer the direction',
    unit: 'Lead unit',
    original: 'Original due date',
    task: 'Task',
    direction: 'Direction',
    submitted: 'Waiting for acceptance',
    overdue: 'Overdue',
  },
};

/** RFC 5545 takes no control characters but line breaks in text; what an import brought along is left out. */
function seen(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** The one text that the library writes as it is given. */
function escapedName(name: string): string {
  return seen(name)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n');
}
