import { useRouteError } from "react-router";
import { ErrorState } from "../ui/states";
import { useAppWords } from "./words";

/** A screen that could not be fetched or drawn, or an address that leads nowhere. */
export function RouteFailed({ isUnknown = false }: { isUnknown?: boolean }) {
  const say = useAppWords();
  const error = useRouteError();
  return (
    <ErrorState
      title={say(isUnknown ? "unknownPlace" : "failed")}
      what={say(isUnknown ? "unknownPlaceWhat" : "failedWhat")}
      error={error}
      retry={isUnknown ? undefined : () => location.reload()}
    />
  );
}
