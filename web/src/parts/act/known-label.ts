// How a subject is called of which only the key is known (from an address, from an old entry).
import { useQuery } from "@tanstack/react-query";
import { useCatalogue } from "../../api/catalogue";
import { type Organisation, read, type SubjectState } from "../../api/records";

interface Known {
  /** Missing while it is asked for, and where it may not be known. */
  label: string | undefined;
  isAsking: boolean;
}

export function useKnownLabel(kind: string, key: string | undefined, isAsked = true): Known {
  const { data } = useCatalogue();
  const list = data?.lists.find(({ subject, record }) => subject === kind && record)?.name;
  const isOrganisation = kind === "organisation";
  const answer = useQuery({
    queryKey: ["called", kind, key],
    enabled: isAsked && key !== undefined && (isOrganisation || list !== undefined),
    queryFn: async ({ signal }) => {
      const at = encodeURIComponent(key ?? "");
      if (isOrganisation) return (await read<Organisation>(`/organisations/${at}`, signal)).label;
      return (await read<SubjectState>(`/${list}/${at}`, signal)).name;
    },
    retry: false,
  });
  return { label: answer.data, isAsking: answer.isLoading };
}
