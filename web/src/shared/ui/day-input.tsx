import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** Earlier days cannot be chosen. */
  after?: string;
  before?: string;
}

/** A calendar day, typed or picked as dd/mm/yyyy, held as `YYYY-MM-DD`. */
export function DayInput({ value, onChange, after, before, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      placeholder="dd/mm/yyyy"
      value={real(value)}
      disabledDate={(day) => {
        const text = day.format('YYYY-MM-DD');
        return (after !== undefined && text <= after) || (before !== undefined && text > before);
      }}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}

/** An address may hold a day that does not exist; the server says so, the field stays empty. */
function real(day: string | null | undefined) {
  const read = day ? dayjs(day) : null;
  return read?.format('YYYY-MM-DD') === day ? read : null;
}
