// What could not be loaded of an organisation; one may see it in the tree without seeing what is in it.
import { Problem } from "../../api/client";
import { EmptyState, ErrorState } from "../../ui/states";
import { useOrganisationWords } from "./words";

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const say = useOrganisationWords();
  if (error instanceof Problem && error.status === 404) {
    return <EmptyState title={say("notYours")}>{say("notYoursWhat")}</EmptyState>;
  }
  return <ErrorState error={error} retry={retry} />;
}
