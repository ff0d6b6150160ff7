import { useMutation } from '@tanstack/react-query';
import { newKey, post } from '../../../shared/api/client';
import { isProblem } from '../../../shared/api/problem';
import { queryClient } from '../../../shared/api/query-client';
import type { Task } from '../../../shared/api/types';
import { actPaths, type ShownAct } from '../acts';
import { taskKey } from './read-task';

export type ActValues = Record<string, unknown>;

interface Asked {
  act: ShownAct;
  task: Task;
  /** Decided extensions are addressed by their own id. */
  extensionId?: string;
}

/** Does one act with the version that was read. When somebody was faster, the task is read anew before the error is told. */
export function useAct({ act, task, extensionId }: Asked, onDone: () => void) {
  return useMutation({
    mutationFn: ({ values, key }: { values: ActValues; key: string }) =>
      post(actPaths[act], {
        places: { id: act === 'decideExtension' ? extensionId! : task.id },
        body: given(values) as never,
        version: task.version,
        key,
      }),
    onError: (error) =>
      isProblem(error, 'stale') ? queryClient.refetchQueries({ queryKey: taskKey(task.id) }) : undefined,
    onSuccess: () => {
      onDone();
      return queryClient.invalidateQueries({
        predicate: ({ queryKey: [subject] }) =>
          !['session', 'plans', 'units', 'unit'].includes(subject as string),
      });
    },
  });
}

export const attempt = (values: ActValues) => ({ values, key: newKey() });

/** What was left empty is left out. */
function given(values: ActValues): ActValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === ''),
    ),
  );
}
