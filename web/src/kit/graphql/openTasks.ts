import type { Cache } from "@urql/exchange-graphcache";
import { isRefused } from "./madeOld";

/** What narrows a list of tasks, as far as it can be told here which ones belong into it. */
interface Filter {
  mine?: boolean;
  stakeholderIds?: string[];
  statuses?: string[];
}

interface List {
  /** The field `nodes` of which holds the tasks. */
  at: string;
  filter: Filter;
  tasks: string[];
}

/**
 * A task that is open again stands at once in the lists of open ones that lie here and in which it
 * was not any more when they were read: without a network nobody could tell it from one that is done.
 */
export function backAmongOpen(cache: Cache, payload: unknown): void {
  const { followUpAction } = (payload ?? {}) as {
    followUpAction?: { __typename: string; id: string; status: string } | null;
  };
  if (isRefused(payload) || !followUpAction) return;
  const task = cache.keyOfEntity(followUpAction);
  if (!task) return;
  const lists = listsOf(cache);
  const isMine = lists.some(({ filter, tasks }) => filter.mine && tasks.includes(task));
  const offices = cache.resolve(task, "stakeholders");
  for (const { at, filter, tasks } of lists) {
    const { mine, stakeholderIds, statuses, ...others } = filter;
    const isAbout = stakeholderIds?.some((id) =>
      isIn(offices, cache.keyOfEntity({ __typename: "Stakeholder", id })),
    );
    const belongs =
      statuses?.includes(followUpAction.status) &&
      Object.keys(others).length === 0 &&
      (!mine || isMine) &&
      (!stakeholderIds || isAbout);
    if (belongs && !tasks.includes(task)) cache.link(at, "nodes", [...tasks, task]);
  }
}

function listsOf(cache: Cache): List[] {
  return cache.inspectFields("Query").flatMap(({ fieldName, fieldKey, arguments: given }) => {
    if (fieldName !== "followUpActions") return [];
    const at = cache.resolve("Query", fieldKey);
    if (typeof at !== "string") return [];
    const tasks = cache.resolve(at, "nodes");
    if (!Array.isArray(tasks)) return [];
    return [{ at, filter: (given?.filter ?? {}) as Filter, tasks: tasks as string[] }];
  });
}

function isIn(keys: unknown, key: string | null): boolean {
  return Array.isArray(keys) && key !== null && keys.includes(key);
}
