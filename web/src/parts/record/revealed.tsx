// Says that what was asked for has been shown and noted down, or why it was not shown.
import { Alert } from "@mantine/core";
import { Eye } from "lucide-react";
import { ErrorState } from "../../ui/states";
import { useRecordWords } from "./words";

export function Revealed({ error, isThere }: { error: Error | null; isThere: boolean }) {
  const say = useRecordWords();
  if (error) return <ErrorState error={error} />;
  if (!isThere) return null;
  return (
    <Alert color="secret" icon={<Eye aria-hidden />} role="status">
      {say("revealed")}
    </Alert>
  );
}
