import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shapes } from '../../../shared/api/types';
import { formatMoment } from '../../../shared/format/format';
import { useLanguage } from '../../../shared/i18n/language';
import { ProblemNote } from '../../../shared/ui/problem-note';
import { markOf, useMarkRead } from '../api/notifications';
import { Snooze } from './snooze';

/** Opening the task marks the notification read. */
export function NotificationLine({
  notification,
  brief,
}: {
  notification: Shapes['NotificationView'];
  brief?: boolean;
}) {
  const { t } = useTranslation();
  const vietnamese = useLanguage() === 'vi';
  const read = useMarkRead();
  const { id, taskId, readAt, createdAt, onBehalfOf, snoozedUntil } = notification;
  const title = vietnamese ? notification.titleVi : notification.titleEn;
  const body = vietnamese ? notification.bodyVi : notification.bodyEn;
  const mark = () => readAt === null && read.mutate(markOf(id));
  return (
    <li className={`stack tight notification ${readAt === null ? 'unread' : ''}`}>
      <div className="row between">
        {taskId ? (
          <Link to={`/tasks/${taskId}`} onClick={mark}>
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        <span className="muted small nowrap">
          {readAt === null && !brief && <span className="label inTerm">{t('inbox.unread')}</span>}{' '}
          {formatMoment(createdAt)}
        </span>
      </div>
      {onBehalfOf && <p className="muted small">{t('inbox.onBehalfOf', { name: onBehalfOf.displayName })}</p>}
      {!brief && <p className="pre">{body}</p>}
      {!brief && (
        <div className="row">
          {readAt === null && (
            <button type="button" className="button" disabled={read.isPending} onClick={mark}>
              {t('inbox.markRead')}
            </button>
          )}
          <Snooze id={id} title={title} until={snoozedUntil} />
        </div>
      )}
      {read.error && <ProblemNote error={read.error} />}
    </li>
  );
}
