import { Anchor, Button, Group, Progress, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, Check, CircleAlert, Clock, type LucideIcon } from "lucide-react";
import { Link } from "react-router";
import { answer, api, download, type Refusal, type Schemas } from "../../api/client";
import { shownMoment } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { Refused } from "../../parts/refused/refused";
import { StateBadge } from "../../ui/state-badge";
import { Wide } from "../../ui/wide";
import { importsKey } from "./imports";
import { useAdministrationWords } from "./words";

type State = "waiting" | "running" | "done" | "refused" | "stopped" | "failed" | "interrupted" | "held";
type Stage = "read" | "fold" | "write";

/** A job as the server tells it; what it calls objects in its description, by their members. */
export interface Job extends Omit<Schemas["job"], "progress" | "result" | "state"> {
  state: State;
  progress?: { stage: string; done: number; of: number };
  result?: {
    recorded?: number;
    already?: number;
    refused?: number;
    refusals?: Refusal[];
    waiting?: string;
    fault?: string;
  };
}

const looks: Record<State, ["primary" | "ok" | "warn" | "bad", LucideIcon]> = {
  waiting: ["primary", Clock],
  running: ["primary", Clock],
  done: ["ok", Check],
  refused: ["bad", CircleAlert],
  stopped: ["warn", Ban],
  failed: ["bad", CircleAlert],
  interrupted: ["warn", Ban],
  held: ["warn", Clock],
};
const most_lines = 200;

export function JobCard({ job }: { job: Job }) {
  const say = useAdministrationWords();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => answer(api.DELETE("/api/v1/imports/{id}", { params: { path: { id: String(job.id) } } })),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey }),
  });
  const fetchFile = useMutation({ mutationFn: () => download(`/api/v1/imports/${job.id}/file`) });
  const [color, icon] = looks[job.state];
  const isGoing = job.state === "waiting" || job.state === "running";
  return (
    <Stack component="article" gap="sm" className="card" aria-label={job.file}>
      <Group justify="space-between" gap="sm">
        <Text fw={600}>{job.file}</Text>
        <StateBadge color={color} icon={icon}>
          {say(`job.${job.state}`)}
        </StateBadge>
      </Group>
      <Text c="dimmed">
        {[
          say("jobSent", { at: shownMoment(job.sent_at) }),
          job.ended_at && say("jobEnded", { at: shownMoment(job.ended_at) }),
          job.check && say("jobOnlyCheck"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {job.progress && <Going progress={job.progress} />}
      {job.result && <Result job={job} result={job.result} />}
      <Refused error={stop.error ?? fetchFile.error} />
      <Group gap="sm" className="no-print">
        <Button h={44} variant="default" loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
          {say("jobDownload")}
        </Button>
        {isGoing && (
          <Button h={44} variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
            {say("jobStop")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Going({ progress: { stage, done, of } }: { progress: NonNullable<Job["progress"]> }) {
  const say = useAdministrationWords();
  const language = useLanguage();
  const text = say("jobProgress", {
    stage: ["read", "fold", "write"].includes(stage) ? say(`stage.${stage as Stage}`) : stage,
    done: shownNumber(done, language),
    of: shownNumber(of, language),
  });
  return (
    <Stack gap={4}>
      <Text role="status">{text}</Text>
      <Progress value={of > 0 ? (done / of) * 100 : 0} aria-label={text} />
    </Stack>
  );
}

function Result({ job, result }: { job: Job; result: NonNullable<Job["result"]> }) {
  const say = useAdministrationWords();
  const language = useLanguage();
  if (result.fault !== undefined) return <Text>{say("jobFault", { fault: result.fault })}</Text>;
  const counts = {
    recorded: shownNumber(result.recorded ?? 0, language),
    already: shownNumber(result.already ?? 0, language),
    refused: shownNumber(result.refused ?? 0, language),
  };
  const lines = result.refusals ?? [];
  return (
    <Stack gap="sm">
      <Text>{say(job.check ? "jobWouldRecord" : "jobRecorded", counts)}</Text>
      {result.waiting !== undefined && (
        <Anchor component={Link} to={`/viec?mo=${encodeURIComponent(result.waiting)}`}>
          {say("jobWaitsAt")}
        </Anchor>
      )}
      {lines.length > 0 && <RefusedLines file={job.file} lines={lines} of={result.refused ?? lines.length} />}
    </Stack>
  );
}

function RefusedLines({ file, lines, of }: { file: string; lines: Refusal[]; of: number }) {
  const say = useAdministrationWords();
  const language = useLanguage();
  const shown = lines.slice(0, most_lines);
  return (
    <details>
      <summary>{say("jobRefusedLines", { file })}</summary>
      <Stack gap="sm" mt="sm">
        {shown.length < of && (
          <Text>
            {say("jobFirstOnes", { shown: shownNumber(shown.length, language), all: shownNumber(of, language) })}
          </Text>
        )}
        <Wide label={say("jobRefusedLines", { file })} isTall>
          <Table miw={520} stickyHeader verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say("jobLine")}</Table.Th>
                <Table.Th>{say("jobField")}</Table.Th>
                <Table.Th>{say("jobWhy")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((refusal, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line may be refused twice for the same reason
                <Table.Tr key={index}>
                  <Table.Td>{refusal.line}</Table.Td>
                  <Table.Td>{refusal.field}</Table.Td>
                  <Table.Td>
                    {refusal[language]}
                    {refusal.basis && (
                      <Text fz="sm" c="dimmed">
                        {refusal.basis[language]}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      </Stack>
    </details>
  );
}
