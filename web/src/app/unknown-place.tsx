import { ErrorState } from "../ui/states";
import { useAppWords } from "./words";

export function UnknownPlace() {
  const say = useAppWords();
  return <ErrorState title={say("unknownPlace")} what={say("unknownPlaceWhat")} />;
}
