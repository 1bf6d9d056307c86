// What keeps a form from being recorded: takes the focus, leads to the fields, and says so in the tab.
import { Alert, Anchor, List, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { idOf } from "./faults";
import type { Fault } from "./form-values";
import { useActWords } from "./words";

/** Of many subjects many may be at fault. */
const shownAtOnce = 20;

interface Summary {
  form: string;
  faults: Fault[];
  /** Each new number takes the focus. */
  at: number;
  /** Who it is, where there are several. */
  nameOf: (key: string) => string;
}

export function ErrorSummary({ form, faults, at, nameOf }: Summary) {
  const say = useActWords();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each sending takes the focus anew
  useEffect(() => box.current?.focus(), [at]);
  useEffect(() => {
    const before = document.title;
    document.title = say("titleWrong", { title: before });
    return () => {
      // Another screen may have named itself since.
      if (document.title === say("titleWrong", { title: before })) document.title = before;
    };
  }, [say]);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="bad"
      icon={<CircleAlert aria-hidden />}
      title={say("wrong", { count: faults.length })}
    >
      <List spacing={4}>
        {faults.slice(0, shownAtOnce).map((fault) => {
          const text = fault.of ? say("oneOf", { who: nameOf(fault.of), text: fault.text }) : fault.text;
          return (
            <List.Item key={`${fault.field} ${fault.of ?? ""} ${fault.code}`}>
              {fault.field === "" && !fault.of ? text : <ToField form={form} fault={fault} text={text} />}
              {fault.basis && (
                <Text size="sm" c="dimmed">
                  {fault.basis}
                </Text>
              )}
            </List.Item>
          );
        })}
      </List>
      {faults.length > shownAtOnce && <Text>{say("moreWrong", { count: faults.length - shownAtOnce })}</Text>}
    </Alert>
  );
}

function ToField({ form, fault, text }: { form: string; fault: Fault; text: string }) {
  const id = idOf(form, fault.field, fault.of);
  return (
    <Anchor
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(id) ?? document.getElementById(idOf(form, fault.field));
        // The field may stand among those that are folded away.
        const folded = field?.closest("details");
        if (folded) folded.open = true;
        field?.focus();
        field?.scrollIntoView({ block: "center" });
      }}
    >
      {text}
    </Anchor>
  );
}
