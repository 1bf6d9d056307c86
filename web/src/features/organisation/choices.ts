// Labels of codes, as the catalogue has them.
import { useCatalogue } from "../../api/catalogue";
import { useLabel } from "../../lib/words";

/** The label of what a field of an event says; the code itself until it is known. */
export function useChoice(): (event: string, field: string, code: string | null | undefined) => string {
  const { data } = useCatalogue();
  const say = useLabel();
  return (event, field, code) => {
    if (code === null || code === undefined) return "";
    const fields = data?.events.find(({ name }) => name === event)?.fields;
    const found = fields?.find(({ name }) => name === field)?.choices?.find((choice) => choice.code === code);
    return found ? say(found.label) : code;
  };
}
