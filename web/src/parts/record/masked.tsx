// A field that is there and guarded: whoever may see it asks for it, and the asking is written down.
import { ActionIcon, Group, Text } from "@mantine/core";
import { Eye, Lock } from "lucide-react";
import { useMay } from "../../api/session";
import { useRecordWords } from "./words";

/** Whether this account may ask for what is behind a guard, of somebody at least. */
export function useMayReveal(): (guard: string) => boolean {
  const may = useMay();
  // What decisions are restricted by guards single fields too: see.discipline.
  return (guard) => may(`see.person.${guard}`) || may(`see.${guard}`);
}

interface MaskedProps {
  label: string;
  guard: string | undefined;
  /** None where nothing can be shown in this place. */
  reveal: ((guard: string) => void) | undefined;
}

export function Masked({ label, guard, reveal }: MaskedProps) {
  const say = useRecordWords();
  const mayReveal = useMayReveal();
  if (guard === undefined || !reveal || !mayReveal(guard)) {
    return (
      <Group gap="xs" wrap="nowrap" title={say("revealNoRight")}>
        <Lock size={20} aria-hidden />
        <Text>{say("masked")}</Text>
      </Group>
    );
  }
  return (
    <Group gap="xs">
      <Text>{say("masked")}</Text>
      <ActionIcon
        variant="default"
        h={44}
        w="auto"
        px="sm"
        className="no-print"
        aria-label={say("revealOne", { label })}
        title={say("revealLogged")}
        onClick={() => reveal(guard)}
      >
        <Eye size={20} aria-hidden />
        <Text span ml={4}>
          {say("reveal")}
        </Text>
      </ActionIcon>
    </Group>
  );
}
