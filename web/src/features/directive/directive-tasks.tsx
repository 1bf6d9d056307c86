// The tasks of a document, overdue first, each with what may be recorded about it.
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { type SubjectState, useHistory } from "../../api/records";
import { openedHere } from "../../lib/address";
import { shownDay, today } from "../../lib/day";
import { shownPercent } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { useActLink } from "../../parts/act/act-address";
import { useAsOf } from "../../parts/record/as-of";
import { RecordLink } from "../../parts/record/record-link";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useDirectiveWords } from "./directive-words";
import { type Task, tasksOf } from "./tasks";

const reported = "directive.task_reported";
const done = "directive.task_done";

export function DirectiveTasks({ state }: { state: SubjectState }) {
  const say = useDirectiveWords();
  const { on, as_known, isPast } = useAsOf();
  const history = useHistory("directive", state.key, as_known);
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <Loading what={say("loading")} />;
  const tasks = tasksOf(history.data, on ?? today());
  if (tasks.length === 0) return <EmptyState title={say("noTasks")} />;
  const may = (type: string) => !isPast && (state.acts ?? []).some((act) => act.type === type);
  const { labels } = history.data;
  return (
    <Stack gap="md">
      <Text>
        {say("taskCount", {
          count: tasks.length,
          done: tasks.filter((task) => task.doneOn).length,
          overdue: tasks.filter((task) => task.isOverdue).length,
        })}
      </Text>
      {tasks.map((task) => (
        <TaskCard
          key={task.seq}
          directive={state}
          task={task}
          ownerLabel={labels?.[`organisation:${task.owner}`]}
          mayReport={may(reported)}
          mayFinish={may(done)}
        />
      ))}
    </Stack>
  );
}

interface CardProps {
  directive: SubjectState;
  task: Task;
  ownerLabel: string | undefined;
  mayReport: boolean;
  mayFinish: boolean;
}

function TaskCard({ directive, task, ownerLabel, mayReport, mayFinish }: CardProps) {
  const say = useDirectiveWords();
  const language = useLanguage();
  const link = useActLink();
  const opening = (type: string) => ({
    component: Link,
    to: link({ type, about: [directive], entry: task.seq }),
    state: openedHere,
    preventScrollReset: true,
  });
  const facts = [
    `${say("assigned")}: ${shownDay(task.assignedOn)}`,
    task.due ? `${say("due")}: ${shownDay(task.due)}` : say("noDue"),
    task.progress !== undefined && `${say("progress")}: ${shownPercent(task.progress, language)}`,
  ].filter(Boolean);
  return (
    <article className="card" aria-label={task.text}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text fw={600} flex="1 1 240px">
            {task.text}
          </Text>
          <TaskState task={task} />
        </Group>
        <Text>
          {`${say("owner")}: `}
          {ownerLabel ? <RecordLink kind="organisation" recordKey={task.owner} label={ownerLabel} /> : task.owner}
        </Text>
        <Text>{facts.join(" · ")}</Text>
        {task.evidence && <Text>{`${say("evidence")}: ${task.evidence}`}</Text>}
        {!task.doneOn && (mayReport || mayFinish) && (
          <Group gap="sm" className="no-print">
            {mayReport && (
              <Button variant="default" h={44} aria-label={say("reportOn", { task: task.text })} {...opening(reported)}>
                {say("report")}
              </Button>
            )}
            {mayFinish && (
              <Button variant="default" h={44} aria-label={say("finishOne", { task: task.text })} {...opening(done)}>
                {say("finish")}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </article>
  );
}

function TaskState({ task }: { task: Task }) {
  const say = useDirectiveWords();
  const [color, text] = task.doneOn
    ? ["ok", say("done", { day: shownDay(task.doneOn) })]
    : task.isOverdue
      ? ["bad", say("overdue")]
      : ["primary", say("running")];
  return (
    <Badge color={color} variant="light" size="lg" radius="sm" tt="none" flex="none">
      {text}
    </Badge>
  );
}
