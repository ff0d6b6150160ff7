import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanPicker } from '../../../shared/plans/plan-picker';
import { Choice } from '../../../shared/ui/choice';
import { DayInput } from '../../../shared/ui/day-input';
import { UnitPicker } from '../../../shared/units/unit-picker';
import type { FilterName, ListFilter } from '../list-filter';

const cells = ['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const;
const states = [
  'draft',
  'assigned',
  'in_progress',
  'submitted',
  'returned',
  'accepted',
  'cancelled',
] as const;
const sorts = ['due', '-due', 'code', 'title'] as const;

interface Props {
  filter: ListFilter;
  change: (name: FilterName, value: string) => void;
}

export function TaskFilters({ filter, change }: Props) {
  const { t } = useTranslation();
  const [from, to] = [useId(), useId()];
  const any = ['', t('app.all')] as const;
  return (
    <div className="filters">
      <PlanPicker planId={filter.plan} onChange={(plan) => change('plan', plan)} />
      <UnitPicker unitId={filter.unit} onChange={(unit) => change('unit', unit)} />
      <Choice
        label={t('tasks.cell')}
        value={filter.cell}
        options={[any, ...cells.map((cell) => [cell, t(`cells.${cell}`)] as const)]}
        onChange={(cell) => change('cell', cell)}
      />
      <Choice
        label={t('tasks.state')}
        value={filter.state}
        options={[any, ...states.map((state) => [state, t(`states.${state}`)] as const)]}
        onChange={(state) => change('state', state)}
      />
      <div className="field">
        <label htmlFor={from}>{t('tasks.dueFrom')}</label>
        <DayInput id={from} value={filter.from} onChange={(day) => change('from', day ?? '')} />
      </div>
      <div className="field">
        <label htmlFor={to}>{t('tasks.dueTo')}</label>
        <DayInput id={to} value={filter.to} onChange={(day) => change('to', day ?? '')} />
      </div>
      <Choice
        label={t('tasks.sort')}
        value={filter.sort || 'due'}
        options={sorts.map((sort) => [sort, t(`tasks.sorts.${sort}`)] as const)}
        onChange={(sort) => change('sort', sort === 'due' ? '' : sort)}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={filter.mine !== ''}
          onChange={(event) => change('mine', event.target.checked ? '1' : '')}
        />
        {t('tasks.onlyMine')}
      </label>
      {filter.component && (
        <label className="check">
          <input type="checkbox" checked onChange={() => change('component', '')} />
          {t('tasks.component', { code: filter.component })}
        </label>
      )}
    </div>
  );
}

/** Asks when the typing pauses; Enter and the cross ask at once. */
export function TaskSearch({ filter, change }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filter.q);
  useEffect(() => setTyped(filter.q), [filter.q]);
  useEffect(() => {
    if (typed.trim() === filter.q) return;
    const timer = setTimeout(() => change('q', typed.trim()), 350);
    return () => clearTimeout(timer);
  });
  return (
    <form role="search" onSubmit={(event) => (event.preventDefault(), change('q', typed.trim()))}>
      <label className="field">
        <span className="hidden">{t('tasks.search')}</span>
        <input
          type="search"
          className="input"
          maxLength={200}
          placeholder={t('tasks.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
    </form>
  );
}
