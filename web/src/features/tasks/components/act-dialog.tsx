import Form from 'antd/es/form';
import Modal from 'antd/es/modal';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../../shared/api/problem';
import type { Task } from '../../../shared/api/types';
import { ProblemNote } from '../../../shared/ui/problem-note';
import { actFields, type ShownAct } from '../acts';
import { attempt, useAct, type ActValues } from '../api/act-on-task';
import { ActFormField } from './act-form-field';

interface Props {
  act: ShownAct;
  task: Task;
  extension?: { id: string; requestedDueDate: string };
  onClose: () => void;
  onDone: () => void;
}

/** One act on a task: a small form. What is typed stays through refusals, stale versions and ended sessions. */
export default function ActDialog({ act, task, extension, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ActValues>();
  const sending = useAct({ act, task, extensionId: extension?.id }, onDone);
  const fields = actFields[act];
  const names = fields.map(({ name }) => name);
  const stale = isProblem(sending.error, 'stale');
  const gone = !task.abilities.includes(act);

  useEffect(() => {
    const faults = sending.error instanceof ApiProblem ? sending.error.faults : [];
    form.setFields(
      faults
        .filter(({ path }) => names.includes(path))
        .map(({ path, message }) => ({ name: path, errors: [message] })),
    );
    // Once for each refusal: what is typed afterwards clears its field.
  }, [sending.error]);

  const initial = Object.fromEntries(fields.map(({ name, initial }) => [name, initial?.(task)]));
  if (act === 'decideExtension') initial.newDueDate = extension?.requestedDueDate;
  return (
    <Modal
      open
      title={t(`acts.${act}`)}
      mask={{ closable: false }}
      okText={t(sending.isPending ? 'acts.sending' : `acts.${act}`)}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: gone, danger: act === 'cancel', htmlType: 'submit' }}
      confirmLoading={sending.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark
        initialValues={initial}
        onFinish={(values) => sending.mutate(attempt(values))}
      >
        {(act === 'assign' || act === 'accept' || act === 'cancel') && <p>{t(`acts.help.${act}`)}</p>}
        {fields.map((field) => (
          <ActFormField key={field.name} field={field} dueDate={task.dueDate} />
        ))}
        {stale && (
          <p className="note warn" role="alert">
            {t('acts.stale')} {gone && t('acts.gone')}
          </p>
        )}
        {sending.error && !stale && <ProblemNote error={sending.error} placed={names} />}
      </Form>
    </Modal>
  );
}
