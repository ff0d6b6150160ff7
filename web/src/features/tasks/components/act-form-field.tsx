import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/format';
import { DayInput } from '../../../shared/ui/day-input';
import type { ActField } from '../acts';

const LONG = 4000;

const types = {
  percent: 'number',
  decision: 'boolean',
  short: 'string',
  long: 'string',
  day: 'string',
} as const;

/** Limits are the server's (acts.requests.ts). */
export function ActFormField({ field, dueDate }: { field: ActField; dueDate: string | null }) {
  const { t } = useTranslation();
  const { name, label, kind, required } = field;
  return (
    <Form.Item
      name={name}
      label={t(`acts.form.${label}`)}
      extra={label === 'documentDate' ? t('acts.form.documentDateHelp') : undefined}
      rules={
        required
          ? [
              {
                required,
                ...(kind === 'long' ? { whitespace: true } : {}),
                type: types[kind],
                message: t('acts.needed'),
              },
            ]
          : undefined
      }
    >
      <Control
        kind={kind}
        days={label === 'documentDate' ? { before: today() } : { after: dueDate ?? undefined }}
      />
    </Form.Item>
  );
}

/** `id`, `value` and `onChange` come from the form. */
function Control({
  kind,
  days,
  ...bound
}: {
  kind: ActField['kind'];
  days: { after?: string; before?: string };
}) {
  const { t } = useTranslation();
  switch (kind) {
    case 'percent':
      return <InputNumber {...bound} min={0} max={100} precision={0} style={{ width: 120 }} />;
    case 'short':
      return <Input {...bound} maxLength={100} />;
    case 'long':
      return <Input.TextArea {...bound} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LONG} />;
    case 'day':
      return <DayInput {...bound} {...days} />;
    case 'decision':
      return (
        <Radio.Group
          {...bound}
          options={[
            { value: true, label: t('acts.form.approve') },
            { value: false, label: t('acts.form.reject') },
          ]}
        />
      );
  }
}
