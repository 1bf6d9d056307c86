// The seats of a committee with whoever holds them, and those who held them before.
import { Table } from "@mantine/core";
import { useHistory } from "../../api/records";
import { shownDay } from "../../lib/day";
import type { Reader } from "../../parts/history/reading";
import { useReader } from "../../parts/history/use-reader";
import { useAsOf } from "../../parts/record/as-of";
import { RecordLink } from "../../parts/record/record-link";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useCongressWords } from "./congress-words";
import { type Seat, seatsOf } from "./seats";

export function CommitteeSeats({ committee }: { committee: string }) {
  const say = useCongressWords();
  const { on, as_known } = useAsOf();
  const history = useHistory("committee", committee, as_known);
  const reader = useReader(history.data);
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  if (!history.data || !reader) return <Loading what={say("loading")} />;
  const { held, former } = seatsOf(history.data, on);
  return (
    <>
      {held.length === 0 ? (
        <EmptyState title={say("none")} />
      ) : (
        <SeatsTable title={say("seats")} seats={inOrder(held, reader)} reader={reader} />
      )}
      {former.length > 0 && <SeatsTable title={say("former")} seats={former} reader={reader} isFormer />}
    </>
  );
}

/** The choices of a position stand in the order of their rank. */
function positionsOf(reader: Reader) {
  const filled = reader.catalogue.events.find((event) => event.name === "committee.seat_filled");
  return filled?.fields.find((field) => field.name === "position")?.choices ?? [];
}

function inOrder(seats: Seat[], reader: Reader): Seat[] {
  const ranks = positionsOf(reader).map((choice) => choice.code);
  return seats.slice().sort((a, b) => ranks.indexOf(a.position) - ranks.indexOf(b.position));
}

interface TableProps {
  title: string;
  seats: Seat[];
  reader: Reader;
  isFormer?: boolean;
}

function SeatsTable({ title, seats, reader, isFormer = false }: TableProps) {
  const say = useCongressWords();
  const positions = positionsOf(reader);
  const positionLabel = (code: string) => reader.say(positions.find((each) => each.code === code)?.label) || code;
  return (
    <section className="card" aria-label={title}>
      <Table.ScrollContainer minWidth={isFormer ? 560 : 300} type="native">
        <Table captionSide="top" verticalSpacing="sm">
          <Table.Caption ta="left" fz="lg" fw={600} c="var(--ink)">
            {title}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("person")}</Table.Th>
              <Table.Th>{say("position")}</Table.Th>
              <Table.Th>{say("from")}</Table.Th>
              {isFormer && <Table.Th>{say("until")}</Table.Th>}
              {isFormer && <Table.Th>{say("reason")}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {seats.map((seat) => (
              <Table.Tr key={`${seat.person}/${seat.position}/${seat.from}/${seat.until ?? ""}`}>
                <Table.Th scope="row" fw={400}>
                  <Holder person={seat.person} label={reader.labels[`person:${seat.person}`]} />
                </Table.Th>
                <Table.Td>{positionLabel(seat.position)}</Table.Td>
                <Table.Td>{shownDay(seat.from)}</Table.Td>
                {isFormer && <Table.Td>{shownDay(seat.until ?? "")}</Table.Td>}
                {isFormer && <Table.Td>{seat.reason}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

/** Whom this account may not see stays a key. */
function Holder({ person, label }: { person: string; label: string | undefined }) {
  if (label === undefined) return <>{person}</>;
  return <RecordLink kind="person" recordKey={person} label={label} />;
}
