// Somebody else has written about the same record meanwhile: who, when, which values; one decides.
import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { Users } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCatalogue } from "../../api/catalogue";
import { shownDay, shownMoment } from "../../lib/day";
import { useLabel } from "../../lib/words";
import type { Subject } from "./kinds";
import { useShownData, useShownValue } from "./shown-value";
import type { ActFormState } from "./use-act-form";
import type { Growth } from "./use-growth";
import { useActWords } from "./words";

interface Notice {
  state: Pick<ActFormState, "goOn" | "lookAgain" | "sending"> & { content: ActFormState["content"] };
  growth: Growth;
  subject: Subject;
}

export function GrownNotice({ state, growth, subject }: Notice) {
  const say = useActWords();
  const label = useLabel();
  const shown = useShownData();
  const show = useShownValue();
  const { data } = useCatalogue();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="warn"
      icon={<Users aria-hidden />}
      title={say("grown", { count: growth.events.length, who: subject.label })}
    >
      <Stack gap="sm">
        {growth.events.map((event) => {
          const type = data?.events.find(({ name }) => name === event.type);
          const named = type ? label(type.label) : label(data?.voiding?.label) || event.type;
          return (
            <div key={event.seq}>
              <Text fw={600}>{`${named} · ${shownDay(event.effective_on)}`}</Text>
              <Text size="sm" c="dimmed">
                {say("grownBy", { by: event.recorded_by, at: shownMoment(event.recorded_at) })}
              </Text>
              {type && (
                <List size="sm">
                  {shown(type, event.data ?? {}, growth.labels).map(({ name, label: called, value }) => {
                    const mine = state.content.shared[name];
                    const field = type.fields.find((each) => each.name === name);
                    const own = field && mine !== undefined ? show(field, mine) : undefined;
                    return (
                      <List.Item key={name}>
                        {say("valueIs", { label: called, value })}
                        {own !== undefined && own !== value && <Text fw={600}>{say("mine", { value: own })}</Text>}
                      </List.Item>
                    );
                  })}
                </List>
              )}
            </div>
          );
        })}
        <Group gap="sm">
          <Button h={44} onClick={() => void state.goOn()}>
            {say("goOn")}
          </Button>
          <Button h={44} variant="default" onClick={state.lookAgain}>
            {say("lookAgain")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
