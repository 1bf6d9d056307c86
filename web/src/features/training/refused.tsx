// Why nothing was recorded: a summary that takes the focus.
import { Alert } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useClassWords } from "./class-words";
import type { Refused } from "./record-many";

export function RefusedPeople({ refused }: { refused: Refused[] }) {
  const say = useClassWords();
  const there = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal takes the focus again
  useEffect(() => there.current?.focus(), [refused.map((each) => each.name + each.text).join()]);
  if (refused.length === 0) return null;
  return (
    <Alert ref={there} tabIndex={-1} color="bad" role="alert" icon={<CircleAlert aria-hidden />} title={say("refused")}>
      <ul>
        {refused.map((each) => (
          <li key={each.name + each.text}>
            {each.name ? say("refusedOne", { name: each.name, text: each.text }) : each.text}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
