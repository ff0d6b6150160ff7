/** What rooms above may use of this one. */
export { LastDirection, LastProgress, lastWordsOf } from './overdue/last-words';
export { OverdueReport } from './overdue/overdue.queries';
export { ReportViews } from './report-views';
