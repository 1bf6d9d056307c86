import { Badge, Button, Table } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../../api/client";
import { wipe } from "../../api/session";
import { shownMoment } from "../../lib/day";
import { Refused } from "../../parts/refused/refused";
import { ErrorState, Loading } from "../../ui/states";
import { Section } from "./section";
import { useSessionWords } from "./words";

const key = ["session", "all"];

export function Sessions() {
  const say = useSessionWords();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: key, queryFn: () => answer(api.GET("/api/v1/sessions")) });
  const end = useMutation({
    mutationFn: (one: { id: string; is_this: boolean }) =>
      answer(api.DELETE("/api/v1/sessions/{id}", { params: { path: { id: one.id } } })),
    onSuccess: (_, { is_this: isThis }) => {
      if (!isThis) return client.invalidateQueries({ queryKey: key });
      wipe(client);
      return window.location.assign("/dang-nhap");
    },
  });
  return (
    <Section title={say("sessionsTitle")} about={say("sessionsAbout")}>
      <Refused error={end.error} />
      {sessions.isPending && <Loading what={say("sessionsWord")} rows={2} />}
      {sessions.isError && <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data && (
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say("since")}</Table.Th>
                <Table.Th>{say("active")}</Table.Th>
                <Table.Th>{say("peer")}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{say("actions")}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sessions.data.sessions.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{shownMoment(one.created_at ?? "")}</Table.Td>
                  <Table.Td>{shownMoment(one.active_at ?? "")}</Table.Td>
                  <Table.Td>
                    {one.peer}{" "}
                    {one.is_this && (
                      <Badge variant="light" tt="none">
                        {say("thisSession")}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button
                      h={44}
                      variant="subtle"
                      loading={end.isPending && end.variables.id === one.id}
                      aria-label={say("endSession", { peer: one.peer, since: shownMoment(one.created_at ?? "") })}
                      onClick={() => end.mutate(one)}
                    >
                      {say("end")}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
