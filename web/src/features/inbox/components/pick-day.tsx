import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Antd } from '../../../shared/ui/antd';
import { DayInput } from '../../../shared/ui/day-input';

interface Props {
  after: string;
  before: string;
  onPick: (day: string) => void;
}

/** A calendar; it is loaded when somebody asks for it. */
export default function PickDay({ after, before, onPick }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Antd>
      <div className="field">
        <label htmlFor={id}>{t('inbox.day')}</label>
        <DayInput id={id} after={after} before={before} onChange={(day) => day && onPick(day)} />
      </div>
    </Antd>
  );
}
