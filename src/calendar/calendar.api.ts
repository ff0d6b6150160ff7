// What other rooms may use of the calendar.
export { Calendars } from './calendars';
export { importHolidays } from './import-holidays';
export { WorkingCalendar } from './working-calendar';
