import { useTranslation } from 'react-i18next';
import { useNames } from '../i18n/names';
import { Choice } from '../ui/choice';
import { ProblemNote } from '../ui/problem-note';
import { usePlans, type Plan } from './plans';

interface Props {
  planId: string;
  onChange: (planId: string) => void;
  /** Leaves out the plans that do not serve, and "all plans" with them. */
  only?: (plan: Plan) => boolean;
}

export function PlanPicker({ planId, onChange, only }: Props) {
  const { t } = useTranslation();
  const { titleOf } = useNames();
  const { data: plans = [], error, refetch } = usePlans();
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  const text = (plan: Plan) => {
    const name = [plan.number && plan.symbol && `${plan.number}/${plan.symbol}`, titleOf(plan)]
      .filter(Boolean)
      .join(' – ');
    const said = name.toLowerCase().includes(t('app.illustrative'));
    return plan.illustrative && !said ? `${name} (${t('app.illustrative')})` : name;
  };
  const all = only ? [] : [['', t('plans.all')] as const];
  const shown = only ? plans.filter(only) : plans;
  return (
    <Choice
      label={t('plans.label')}
      value={planId}
      options={[...all, ...shown.map((plan) => [plan.id, text(plan)] as const)]}
      onChange={onChange}
    />
  );
}
