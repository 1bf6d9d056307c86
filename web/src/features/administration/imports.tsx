import { Button, Checkbox, FileButton, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useEffect, useState } from "react";
import { answer, api, ask, problemOf } from "../../api/client";
import { forgetWhatIsShown, query } from "../../api/records";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { Refused } from "../../parts/refused/refused";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { type Job, JobCard } from "./job-card";
import { useAdministrationWords } from "./words";

export const importsKey = ["imports"];
const look_again_ms = 1_000;

const isGoing = ({ state }: Job) => state === "waiting" || state === "running";

/** Files of events sent as jobs: they run on while one is elsewhere. */
export function Imports() {
  const say = useAdministrationWords();
  const client = useQueryClient();
  const jobs = useQuery({
    queryKey: importsKey,
    queryFn: async () => (await answer(api.GET("/api/v1/imports"))).imports as Job[],
    refetchInterval: ({ state }) => (state.data?.some(isGoing) ? look_again_ms : false),
  });
  const ended = jobs.data?.filter((job) => !isGoing(job) && !job.check).length ?? 0;
  // What has been recorded meanwhile shows everywhere.
  useEffect(() => {
    if (ended > 0) void forgetWhatIsShown(client);
  }, [client, ended]);
  return (
    <Stack gap="lg">
      <Text>{say("importsAbout")}</Text>
      <SendFile />
      {jobs.isPending && <Loading what={say("imports")} />}
      {jobs.isError && <ErrorState error={jobs.error} retry={() => void jobs.refetch()} />}
      {jobs.data?.length === 0 && <EmptyState title={say("noImports")} />}
      {jobs.data?.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </Stack>
  );
}

function SendFile() {
  const say = useAdministrationWords();
  const language = useLanguage();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [keepsGood, setKeepsGood] = useState(false);
  const send = useMutation({
    mutationFn: async ({ chosen, check }: { chosen: File; check: boolean }) => {
      const wishes = query({
        name: chosen.name,
        check: check ? "1" : undefined,
        keep_good: keepsGood ? "1" : undefined,
      });
      const address = new URL(`/api/v1/imports${wishes}`, location.origin).href;
      const type = "application/x-ndjson";
      const response = await ask(address, { method: "POST", body: chosen, headers: { "Content-Type": type } });
      if (!response.ok) throw await problemOf(response);
    },
    onSuccess: (_, { check }) => {
      // A file that was only tried is wanted again.
      if (!check) setFile(null);
      return client.invalidateQueries({ queryKey: importsKey });
    },
  });
  return (
    <Stack gap="md" className="card">
      <Group gap="md">
        <FileButton onChange={setFile} accept=".jsonl,.ndjson,.json,.txt">
          {(button) => (
            <Button {...button} h={44} variant="default" leftSection={<FileUp size={20} aria-hidden />}>
              {say("chooseFile")}
            </Button>
          )}
        </FileButton>
        {file && (
          <Text role="status">
            {say("chosenFile", { name: file.name, size: shownNumber(Math.ceil(file.size / 1024), language) })}
          </Text>
        )}
      </Group>
      <Checkbox
        size="md"
        label={say("keepGood")}
        checked={keepsGood}
        onChange={(event) => setKeepsGood(event.currentTarget.checked)}
      />
      <Refused error={send.error} />
      <Group gap="sm">
        <Button
          h={44}
          variant="default"
          disabled={!file}
          loading={send.isPending && send.variables.check}
          onClick={() => file && send.mutate({ chosen: file, check: true })}
        >
          {say("checkFirst")}
        </Button>
        <Button
          h={44}
          disabled={!file}
          loading={send.isPending && !send.variables.check}
          onClick={() => file && send.mutate({ chosen: file, check: false })}
        >
          {say("sendFile")}
        </Button>
      </Group>
    </Stack>
  );
}
