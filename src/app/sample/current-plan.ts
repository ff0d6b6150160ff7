import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Changes } from '../../platform/change/changes';
import { addDays, yearOf, type Day } from '../../platform/clock/day';
import { Calendars, type WorkingCalendar } from '../../calendar/calendar.api';
import { ActOnTask, createPlan, createTasks, progressAct, submitAct } from '../../tasks/tasks.api';
import { on } from './replay-2023';
import { directoryOn } from './sample-tasks';

interface Line {
  unitCode: string;
  titleVi: string;
  titleEn: string;
  deliverableVi: string;
  /** Working days from today to the due date; null is "thường xuyên". */
  due: number | null;
  componentCodes: string[];
  percent?: number;
  submitted?: boolean;
}

const lines: Line[] = [
  {
    unitCode: 'LS-SNV',
    due: -16,
    componentCodes: ['1.2.1'],
    percent: 80,
    titleVi: 'Báo cáo cải cách hành chính định kỳ',
    titleEn: 'Periodic PAR report',
    deliverableVi: 'Báo cáo và phụ lục số liệu',
  },
  {
    unitCode: 'LS-STC',
    due: -4,
    componentCodes: ['6.1.1'],
    percent: 40,
    titleVi: 'Rà soát tiến độ giải ngân vốn đầu tư công',
    titleEn: 'Review public-investment disbursement',
    deliverableVi: 'Báo cáo rà soát',
  },
  {
    unitCode: 'LS-SKHCN',
    due: -1,
    componentCodes: ['7.2.1'],
    percent: 60,
    titleVi: 'Nâng tỷ lệ hồ sơ dịch vụ công trực tuyến',
    titleEn: 'Raise the share of online dossiers',
    deliverableVi: 'Báo cáo kết quả',
  },
  {
    unitCode: 'LS-VPUBND',
    due: 0,
    componentCodes: ['1.6.1'],
    titleVi: 'Tổng hợp nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao',
    titleEn: 'List the tasks assigned by the Government and the Prime Minister',
    deliverableVi: 'Danh mục nhiệm vụ',
  },
  {
    unitCode: 'LS-SNV',
    due: 1,
    componentCodes: ['1.3.1'],
    percent: 50,
    titleVi: 'Thông báo kết luận kiểm tra cải cách hành chính',
    titleEn: 'Notice of PAR inspection conclusions',
    deliverableVi: 'Thông báo kết luận',
  },
  {
    unitCode: 'LS-STP',
    due: 3,
    componentCodes: ['2.2.1'],
    titleVi: 'Báo cáo theo dõi tình hình thi hành pháp luật',
    titleEn: 'Report on law enforcement monitoring',
    deliverableVi: 'Báo cáo',
  },
  {
    unitCode: '06187',
    due: 7,
    componentCodes: ['3.3.1'],
    titleVi: 'Khắc phục tồn tại tại Bộ phận Một cửa phường',
    titleEn: 'Remedy shortcomings at the one-stop section of the ward',
    deliverableVi: 'Báo cáo khắc phục',
  },
  {
    unitCode: 'LS-STC',
    due: 5,
    componentCodes: ['6.2.1'],
    submitted: true,
    titleVi: 'Hướng dẫn quản lý, sử dụng tài sản công',
    titleEn: 'Guidance on managing public assets',
    deliverableVi: 'Văn bản hướng dẫn',
  },
  {
    unitCode: 'LS-SKHCN',
    due: 15,
    componentCodes: ['7.1.1'],
    titleVi: 'Kết nối, chia sẻ dữ liệu dùng chung của tỉnh',
    titleEn: 'Connect and share provincial data',
    deliverableVi: 'Nền tảng hoạt động',
  },
  {
    unitCode: 'LS-SNV',
    due: null,
    componentCodes: ['1.1.3'],
    titleVi: 'Theo dõi, đôn đốc thực hiện Kế hoạch cải cách hành chính',
    titleEn: 'Monitor and urge the PAR plan',
    deliverableVi: 'Thông báo đôn đốc hằng tháng',
  },
];

export const currentPlanUnits = [...new Set(lines.map((line) => line.unitCode))];

/** A small illustrative plan around today, so that reminders have something to do from the first minute. */
export async function issueCurrentPlan(
  manager: EntityManager,
  changes: Changes,
  actors: Map<string, Actor & { userId: string }>,
  editionId: string,
  today: Day,
): Promise<void> {
  const committee = actors.get('committee')!;
  const year = yearOf(today);
  const calendar = await new Calendars().load(manager);
  const issuedOn = shifted(calendar, today, -40);
  const directory = await directoryOn(manager, today, editionId);
  const officerOf = (line: Line) => actors.get(`officer:${line.unitCode}`)!;
  const created = await changes.within(manager, on(issuedOn, committee), async (change) => {
    const planId = await createPlan(
      change,
      planOf(year, issuedOn, actors.get('leader')!.unitId!, editionId),
      true,
    );
    const news = lines.map((line) => ({
      titleVi: line.titleVi,
      titleEn: line.titleEn,
      deliverableVi: line.deliverableVi,
      leadUnitId: directory.units.get(line.unitCode)!,
      responsibleId: officerOf(line).userId,
      coordinatingUnitIds: [],
      sourceNumber: 'MH-05/KH-UBND',
      sourceDate: issuedOn,
      dueDate: line.due === null ? null : shifted(calendar, today, line.due),
      dueText: line.due === null ? 'Thường xuyên' : null,
      componentIds: line.componentCodes.map((code) => directory.components.get(code)!),
      assigned: true,
    }));
    return createTasks(change, { id: planId, year }, news);
  });
  const acts = new ActOnTask(changes);
  for (const [n, line] of lines.entries()) {
    const act = line.submitted
      ? submitAct({ note: 'Đã ban hành văn bản' })
      : line.percent
        ? progressAct({ percent: line.percent })
        : null;
    const caller = on(shifted(calendar, today, -3), officerOf(line), n);
    if (act)
      await changes.within(manager, caller, (change) => acts.within(change, created[n].id, undefined, act));
  }
}

function planOf(year: number, issuedOn: Day, issuerUnitId: string, editionId: string) {
  return {
    code: `KH-${year}`,
    kind: 'annual_plan' as const,
    year,
    number: 'MH-05',
    symbol: 'KH-UBND',
    issuedOn,
    issuerUnitId,
    titleVi: `Nhiệm vụ trọng tâm cải cách hành chính năm ${year} (minh họa)`,
    titleEn: `Key PAR tasks of ${year} (illustrative)`,
    editionId,
  };
}

/** In working days where the calendar knows the years, in calendar days beyond it. */
function shifted(calendar: WorkingCalendar, day: Day, workingDays: number): Day {
  try {
    return calendar.addWorkingDays(day, workingDays);
  } catch {
    return addDays(day, Math.round(workingDays * 1.4));
  }
}
