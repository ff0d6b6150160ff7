import { readableBy } from '../../tasks/tasks.api';
import { recipientsOfTask } from './recipients';

/**
 * The people to tell of one event of a task `t`: those of recipientsOfTask, and whom the event itself names. `subject` is
 * an SQL expression of the id of its direction or comment. As an SQL query of `kind` and `user_id`, like that one.
 *
 * addressee: of a direction; without an active one, who is responsible (else the officers of the lead unit).
 * giver: of a direction, while he may read the task, never of his own answer; when he is gone, the committee.
 * mentioned: in a comment, who may still read the task, the writer excepted.
 */
export function recipientsOfEvent(subject: string): string {
  return `
  WITH of_task AS MATERIALIZED (SELECT kind, user_id FROM (${recipientsOfTask}) AS people),
  given AS (
    SELECT d.answered_by,
           (SELECT u.id FROM app_user u WHERE u.id = d.addressee_id AND u.active) AS addressee,
           (SELECT u.id FROM app_user u WHERE u.id = d.by_user_id AND u.active AND ${readableBy('u.id')}) AS giver
      FROM direction d WHERE d.id = ${subject} AND d.task_id = t.id
  )
  SELECT kind, user_id FROM of_task
  UNION
  SELECT 'addressee', addressee FROM given WHERE addressee IS NOT NULL
  UNION
  SELECT 'addressee', o.user_id FROM given g JOIN of_task o ON o.kind = 'responsible' WHERE g.addressee IS NULL
  UNION
  SELECT 'giver', giver FROM given WHERE giver <> answered_by
  UNION
  SELECT 'giver', o.user_id FROM given g JOIN of_task o ON o.kind = 'committee' WHERE g.giver IS NULL AND o.user_id <> g.answered_by
  UNION
  SELECT 'mentioned', u.id
    FROM task_comment c
    JOIN task_comment_mention m ON m.comment_id = c.id AND m.user_id IS DISTINCT FROM c.by_user_id
    JOIN app_user u ON u.id = m.user_id AND u.active
   WHERE c.id = ${subject} AND c.task_id = t.id AND ${readableBy('u.id')}`;
}
