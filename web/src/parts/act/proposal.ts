// A new organisation is given the next key below its superior; everything else a key by chance.
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { EventType } from "../../api/catalogue";
import { read } from "../../api/records";
import type { Picked } from "../pick/picked";
import { keyBelow } from "./proposed-key";
import type { ActFormState } from "./use-act-form";

export function useProposal(type: EventType, { content, propose }: ActFormState): void {
  const parent =
    type.opens && type.subject === "organisation" ? (content.shared.parent as Picked | undefined) : undefined;
  const children = useQuery({
    queryKey: ["keys below", parent?.key],
    enabled: parent !== undefined,
    queryFn: ({ signal }) =>
      read<{ organisations: { key: string }[] }>(
        `/organisations/${encodeURIComponent(parent?.key ?? "")}/children`,
        signal,
      ),
  });
  const next =
    parent && children.data
      ? keyBelow(
          parent.key,
          children.data.organisations.map(({ key }) => key),
        )
      : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed when the superior changes
  useEffect(() => {
    if (next) propose(next);
  }, [next]);
}
