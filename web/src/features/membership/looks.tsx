// Who has looked at a file, and when: the access log of one person, page by page.
import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../../api/client";
import { useAddress } from "../../lib/address";
import { shownMoment } from "../../lib/day";
import { useStep } from "../../lib/written-address";
import { DayField } from "../../ui/day-field";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useLookingWords } from "./looking-words";

const atOnce = 50;
const details = ["record", "history", "identity", "family", "health"] as const;
const acts = ["read", "reveal", "export"] as const;

type Look = Schemas["looks"]["looks"][number];

export function Looks({ person }: { person: string }) {
  const say = useLookingWords();
  const { get, set } = useAddress();
  const step = useStep();
  const [from, to] = [get("tu"), get("den")];
  const asked = useInfiniteQuery({
    queryKey: ["looks", person, from, to],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/people/{key}/looks", {
          params: {
            path: { key: person },
            query: { limit: atOnce, ...(from && { from }), ...(to && { to }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const looks = asked.data?.pages.flatMap((page) => page.looks) ?? [];
  return (
    <Stack gap="md">
      <Text>{say("looksAbout")}</Text>
      <Group gap="md" align="flex-start" className="no-print">
        <DayField
          label={say("from")}
          value={from}
          onChange={(day) => set({ tu: day }, { push: step.begins() })}
          onBlur={step.ends}
        />
        <DayField
          label={say("to")}
          value={to}
          onChange={(day) => set({ den: day }, { push: step.begins() })}
          onBlur={step.ends}
        />
      </Group>
      {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Loading what={say("loadingLooks")} />}
      {asked.data && looks.length === 0 && <EmptyState title={say("noLooks")} />}
      {looks.length > 0 && <LooksTable looks={looks} />}
      {looks.length > 0 && (
        <Group gap="md">
          <Text role="status">{say("shown", { count: looks.length })}</Text>
          {asked.hasNextPage && (
            <Button
              variant="default"
              h={44}
              className="no-print"
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {say("more")}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function LooksTable({ looks }: { looks: Look[] }) {
  const say = useLookingWords();
  const what = (look: Look) => {
    const known = [...details, ...acts].find((each) => each === look.detail) ?? acts.find((each) => each === look.act);
    return known ? say(known) : [look.act, look.detail].filter(Boolean).join(": ");
  };
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say("at")}</Table.Th>
          <Table.Th>{say("who")}</Table.Th>
          <Table.Th>{say("what")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {looks.map((look) => (
          <Table.Tr key={look.seq}>
            <Table.Td>{look.at ? shownMoment(look.at) : ""}</Table.Td>
            <Table.Td>{look.who}</Table.Td>
            <Table.Td>{what(look)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
