import type { ReportNote } from './reports.presenter';

export const notes = {
  pointsHidden: {
    vi: 'Điểm và dự báo tính trên toàn kế hoạch, nên chỉ hiện cho người có phạm vi gồm cả đơn vị ban hành kế hoạch.',
    en: 'Points and forecasts are of the whole plan, so they show only to those whose scope holds the unit that issued it.',
  },
  pointsOfWholePlan: {
    vi: 'Số nhiệm vụ là của đơn vị đã chọn; điểm và dự báo vẫn tính trên toàn kế hoạch.',
    en: 'The numbers of tasks are those of the chosen unit; points and forecasts are still of the whole plan.',
  },
  countedOncePerComponent: {
    vi: 'Một nhiệm vụ được tính một lần cho mỗi tiêu chí thành phần mà nó gắn với, nên cộng các dòng lớn hơn số nhiệm vụ.',
    en: 'A task counts once for every component it names, so the rows add up to more than the number of tasks.',
  },
  gapsOfOwners: {
    vi: 'Chỉ nêu các tiêu chí thành phần do đơn vị trong phạm vi đang xem phụ trách.',
    en: 'Only components that units in the present view answer for are listed.',
  },
  workingDaysUnknown: {
    vi: 'Chưa có lịch làm việc của một số năm, nên chưa đếm được số ngày làm việc quá hạn.',
    en: 'The calendar of some years is not there yet, so working days late cannot be counted.',
  },
  roundedApart: {
    vi: 'Từng số được làm tròn riêng đến hai chữ số thập phân, nên tổng các dòng có thể lệch 0,01 so với tổng chung.',
    en: 'Each figure is rounded to two decimals by itself, so the rows may differ from the total by 0.01.',
  },
  notAllComputed: {
    vi: 'Tổng không gồm các tiêu chí thành phần chưa tính được, nêu trong danh sách.',
    en: 'The total leaves out the components that cannot be computed yet; they are listed.',
  },
} satisfies Record<string, ReportNote>;
