// Several subjects at once: which they are stands in the address, how they are called is handed over beside
// it; who opens the address anew sees their keys until their names are known.
import { useQueries } from "@tanstack/react-query";
import { useCatalogue } from "../../api/catalogue";
import { read, type SubjectState } from "../../api/records";
import { aboutOf } from "./act-address";
import type { Subject } from "./kinds";

const called = new Map<string, string>();

/** Call before going to the address: names are not asked for again one by one. */
export function rememberLabels(subjects: Subject[]): void {
  for (const { kind, key, label } of subjects) called.set(`${kind}:${key}`, label);
}

export function useBatch(values: URLSearchParams): Subject[] {
  const { data } = useCatalogue();
  const about = aboutOf(values);
  const unnamed = about.length > 1 ? about.filter(({ kind, key }) => !called.has(`${kind}:${key}`)) : [];
  const answers = useQueries({
    queries: unnamed.map(({ kind, key }) => {
      const list = data?.lists.find(({ subject, record }) => subject === kind && record)?.name;
      const place = kind === "organisation" ? "organisations" : list;
      return {
        queryKey: ["called", kind, key],
        enabled: place !== undefined,
        retry: false,
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          const answer = await read<Partial<SubjectState> & { label?: string }>(
            `/${place}/${encodeURIComponent(key)}`,
            signal,
          );
          return answer.name ?? answer.label ?? key;
        },
      };
    }),
  });
  if (about.length < 2) return [];
  const asked = new Map(unnamed.map(({ kind, key }, at) => [`${kind}:${key}`, answers[at]?.data]));
  return about.map(({ kind, key }) => {
    const name = `${kind}:${key}`;
    return { kind, key, label: called.get(name) ?? asked.get(name) ?? key };
  });
}
