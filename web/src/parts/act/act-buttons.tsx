// What may be done with a record now: the most usual acts as buttons, the rest in a menu, in the order of
// the catalogue. Each is a link to its form.
import { Button, Group, Menu, Text } from "@mantine/core";
import { ChevronDown, UserCheck } from "lucide-react";
import { Link } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import type { Act } from "../../api/records";
import { openedHere } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { useActLink } from "./act-address";
import type { Subject } from "./kinds";
import { useActWords } from "./words";

interface Buttons {
  acts: Act[];
  subject?: Subject;
  subjects?: Subject[];
  /** How many stand as buttons; the rest in a menu. */
  first?: number;
  /** Stand first, in this order: the next lawful act. */
  usual?: string[];
}

/** What offices record day by day, before what is rare. */
const daily = [
  "member.admitted",
  "member.confirmed",
  "member.card_issued",
  "member.transfer_introduced",
  "person.became_prospect",
  "class.enrolled",
  "class.completed",
  "directive.task_assigned",
  "directive.disseminated",
  "inspection.concluded",
  "committee.seat_filled",
  "organisation.evaluated",
];

export function ActButtons({ acts, subject, subjects, first = 2, usual = daily }: Buttons) {
  const say = useActWords();
  const label = useLabel();
  const link = useActLink();
  const { data } = useCatalogue();
  const about = subjects ?? (subject ? [subject] : []);
  // Fields of the record are changed where they stand, in its sections.
  const offered = new Map(acts.map((act) => [act.type, act]));
  const types = (data?.events ?? []).filter(({ name }) => offered.has(name));
  const rank = (name: string) => (usual.includes(name) ? usual.indexOf(name) : usual.length);
  const front = [...types]
    .filter(({ amends }) => !amends)
    .sort((a, b) => rank(a.name) - rank(b.name))
    .slice(0, first);
  const rest = types.filter((type) => !front.includes(type));
  const to = (name: string) => link({ type: name, about });
  const isTwo = (name: string) => offered.get(name)?.two ?? false;
  const mark = (name: string) => (isTwo(name) ? <UserCheck size={20} aria-hidden /> : undefined);
  if (types.length === 0) return null;
  return (
    <Group gap="sm" className="no-print">
      {front.map(({ name, label: called }, at) => (
        <Button
          key={name}
          component={Link}
          to={to(name)}
          state={openedHere}
          preventScrollReset
          h={44}
          variant={at === 0 ? "filled" : "default"}
          leftSection={mark(name)}
        >
          {label(called)}
          {isTwo(name) && <span className="visually-hidden">{` (${say("twoShort")})`}</span>}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" h={44} rightSection={<ChevronDown size={20} aria-hidden />}>
              {say("acts")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="70vh" style={{ overflowY: "auto" }}>
            {rest.map(({ name, label: called }) => (
              <Menu.Item
                key={name}
                component={Link}
                to={to(name)}
                state={openedHere}
                preventScrollReset
                mih={44}
                leftSection={mark(name)}
              >
                {label(called)}
                {isTwo(name) && (
                  <Text span size="sm" c="dimmed">
                    {` (${say("twoShort")})`}
                  </Text>
                )}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
