import type { Texts } from '../../platform/errors/problem';
import { Exact } from './exact';
import type { ScoringRule, Source } from './rule';

/** A rule in words, for people who read the set of criteria. */
export function describeRule(rule: ScoringRule, source: Source | null = null): Texts {
  switch (rule.type) {
    case 'binary':
      return source === 'linked_tasks'
        ? {
            vi: 'Đủ điểm khi 100% nhiệm vụ hoàn thành; còn lại 0 điểm.',
            en: 'Full points when 100% of the tasks are done; otherwise 0.',
          }
        : { vi: 'Có: đủ điểm; không: 0 điểm.', en: 'Yes: full points; no: 0.' };
    case 'late_penalty':
      return {
        vi: `Đúng hạn: đủ điểm; muộn: ${percent(rule.lateShare, 'vi')} số điểm; chưa hoàn thành: 0 điểm.`,
        en: `On time: full points; late: ${percent(rule.lateShare, 'en')} of the points; not done: 0.`,
      };
    case 'tiers':
      return { vi: tiersIn(rule, 'vi'), en: tiersIn(rule, 'en') };
    case 'pro_rata':
      return {
        vi: `Theo tỷ lệ đạt được; dưới ${number(rule.floor, 'vi')}%: 0 điểm.`,
        en: `In proportion to the rate; below ${number(rule.floor, 'en')}%: 0.`,
      };
    case 'per_item_capped':
      return {
        vi: `Mỗi mục ${number(rule.perItem, 'vi')} điểm, không quá điểm tối đa.`,
        en: `${number(rule.perItem, 'en')} points for each item, up to the maximum.`,
      };
    case 'survey_percent':
      return {
        vi: 'Điểm tối đa nhân với tỷ lệ hài lòng của cuộc điều tra.',
        en: 'The maximum times the per cent found by the survey.',
      };
    case 'manual':
      return {
        vi: 'Cơ quan thẩm định chấm, từ 0 đến điểm tối đa.',
        en: 'Scored by the appraiser, from 0 to the maximum.',
      };
  }
}

function tiersIn(rule: ScoringRule & { type: 'tiers' }, locale: keyof Texts): string {
  const fromTheTop = [...rule.tiers].sort((a, b) => b.atLeast - a.atLeast);
  const steps = fromTheTop.map(({ atLeast, share }) => {
    const [from, part] = [number(atLeast, locale), percent(share, locale)];
    return locale === 'vi' ? `từ ${from} trở lên: ${part} số điểm` : `${from} or more: ${part} of the points`;
  });
  const sentence = [...steps, locale === 'vi' ? 'thấp hơn: 0 điểm' : 'below that: 0'].join('; ');
  return `${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
}

function percent(share: number, locale: keyof Texts): string {
  return `${number(new Exact(share).times(100).toNumber(), locale)}%`;
}

function number(value: number, locale: keyof Texts): string {
  return locale === 'vi' ? String(value).replace('.', ',') : String(value);
}
