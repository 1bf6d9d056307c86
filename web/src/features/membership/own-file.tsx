// What the books say of the reader, in whole sentences.
import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import { type SubjectState, useHistory } from "../../api/records";
import { shownDay, shownMonth } from "../../lib/day";
import { standing, textOf } from "../../parts/history/standing";
import { usePersonWords } from "./person-words";

export function OwnFile({ state }: { state: SubjectState }) {
  const say = usePersonWords();
  const { data: history } = useHistory(state.kind, state.key);
  const shown = (trait: string) => state.traits[trait]?.shown ?? "";
  const day = (trait: string) => shownDay(String(state.traits[trait]?.value ?? ""));
  const paid = standing(history, "member.fee_paid")
    .map((event) => textOf(event, "month"))
    .sort();
  const last = paid[paid.length - 1];
  const sentences = [
    shown("standing") && say("ownStanding", { standing: shown("standing"), seat: shown("seat") }),
    state.traits.admitted_on && say("ownAdmitted", { day: day("admitted_on") }),
    state.traits.full_from && say("ownFull", { day: day("full_from") }),
    state.traits.party_age && say("ownAge", { years: shown("party_age") }),
    state.traits.card_number && say("ownCard", { number: shown("card_number") }),
    state.traits.rating && say("ownRating", { year: shown("rating_year"), rating: shown("rating") }),
    last && say("ownFee", { month: shownMonth(last) }),
  ].filter((sentence): sentence is string => Boolean(sentence));
  return (
    <section className="card" aria-labelledby="own-file">
      <Title order={2} id="own-file">
        {say("own")}
      </Title>
      <Stack component="ul" gap={4} my="sm" pl="lg">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Stack>
      <Text c="dimmed">{say("ownAbout")}</Text>
      <Group gap="lg" mt="sm" className="no-print">
        <Anchor component={Link} to="?tab=ai-xem-duoc" py={8}>
          {say("ownViewers")}
        </Anchor>
        <Anchor component={Link} to="?tab=ai-da-xem" py={8}>
          {say("ownLooks")}
        </Anchor>
      </Group>
    </section>
  );
}
