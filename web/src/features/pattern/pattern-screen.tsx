// Every component that the screens are made of, in every state: for the eye, for axe and for screenshots.
import { Group, Radio, Stack } from "@mantine/core";
import { type Density, setDensity, useDensity } from "../../ui/density";
import { Page } from "../../ui/page";
import { FieldPatterns } from "./field-patterns";
import { FigurePatterns } from "./figure-patterns";
import { StatePatterns } from "./state-patterns";
import { TablePatterns } from "./table-patterns";
import { usePatternWords } from "./words";

const densities: Density[] = ["roomy", "compact"];

export function PatternScreen() {
  const say = usePatternWords();
  const { density } = useDensity();
  return (
    <Page title={say("title")} about={say("about")} guide="phim-tat">
      <Radio.Group label={say("density")} value={density} onChange={(next) => setDensity(next as Density)}>
        <Group gap="lg">
          {densities.map((each) => (
            <Radio key={each} value={each} label={say(each)} size="md" />
          ))}
        </Group>
      </Radio.Group>
      <Stack gap="xl">
        <FieldPatterns />
        <StatePatterns />
        <FigurePatterns />
        <TablePatterns />
      </Stack>
    </Page>
  );
}
