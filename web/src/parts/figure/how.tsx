import type { FigureType } from "../../api/catalogue";
import { Disclosure } from "../../ui/disclosure";
import { countingOf } from "./records";
import { useFigureWords } from "./words";

interface HowProps {
  type: FigureType | undefined;
  value: number | null;
  total: number;
}

/** "Cách tính": what is counted, when, and how the number comes of the rows. */
export function HowItCounts({ type, value, total }: HowProps) {
  const say = useFigureWords();
  if (!type) return null;
  const how = countingOf(type.unit, value, total);
  const came = ({ rows: "howOne", sum: "howSum", mean: "howMean", share: "howShare" } as const)[how];
  return (
    <Disclosure summary={say("how")}>
      <ul>
        <li>{say(type.stock ? "howStock" : "howFlow")}</li>
        <li>{say(came)}</li>
        <li>{say("howVoided")}</li>
      </ul>
    </Disclosure>
  );
}
