import { SimpleGrid } from "@mantine/core";
import { Figure } from "../../parts/figure/figure";
import { Section } from "./section";
import { usePatternWords } from "./words";

// Whose figures these would be: their links lead to the lists of this page's address, which opens none.
const sample = { org: "DUK", year: 2020 };

export function FigurePatterns() {
  const say = usePatternWords();
  return (
    <Section title={say("figures")}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        <Figure {...sample} name="members.admitted" label={say("admitted")} unit="person" value={368} previous={341} />
        <Figure {...sample} name="members.admitted" label={say("admitted")} unit="person" value={0} previous={12} />
        <Figure {...sample} name="members.admitted" label={say("admitted")} unit="person" value={null} />
        <Figure {...sample} name="members.admitted" label={say("admitted")} unit="person" value={null} hidden="<5" />
        <Figure name="members.admitted" label={say("admitted")} unit="person" value={368} noList={say("noList")} />
        <Figure
          {...sample}
          name="members.good_or_better_pct"
          label={say("share")}
          unit="percent"
          value={91.4}
          previous={88}
          target={{ at_least: 85, met: true }}
        />
        <Figure
          {...sample}
          name="members.good_or_better_pct"
          label={say("share")}
          unit="percent"
          value={82}
          target={{ at_least: 85, met: false, missing: 3 }}
        />
      </SimpleGrid>
    </Section>
  );
}
