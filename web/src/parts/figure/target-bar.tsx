// What was aimed at and how far it has come: said in words, and drawn as a bar with a tick at the goal.
import { Text } from "@mantine/core";
import type { Target } from "../../api/figures";
import { goalOf, missing, onBar } from "./difference";
import classes from "./figure.module.css";
import { useShown } from "./unit";
import { useFigureWords } from "./words";

export function useTargetWords() {
  const say = useFigureWords();
  const shown = useShown();
  return (value: number | null, target: Target, unit: string) => {
    const goal = goalOf(target);
    if (!goal) return { goal: "", standing: "", isMet: undefined };
    const lacking = missing(value, goal);
    const size = shown(lacking, undefined);
    const off = unit === "percent" ? say("points", { value: size }) : size;
    const falls = say(goal.kind === "at_least" ? "missing" : "over", { value: off });
    return {
      goal: say(goal.kind === "at_least" ? "targetAtLeast" : "targetAtMost", { value: shown(goal.bound, unit) }),
      standing: lacking === undefined ? "" : lacking === 0 ? say("met") : falls,
      isMet: lacking === undefined ? undefined : lacking === 0,
    };
  };
}

export function TargetBar({ value, target, unit }: { value: number | null; target: Target; unit: string }) {
  const goal = goalOf(target);
  const said = useTargetWords()(value, target, unit);
  if (!goal) return null;
  const at = onBar(value, goal, unit);
  return (
    <div>
      <Text size="sm">
        {said.goal}
        {said.standing && (
          <>
            {" · "}
            <span className={said.isMet ? classes.met : classes.missing}>{said.standing}</span>
          </>
        )}
      </Text>
      <div className={classes.bar} aria-hidden>
        <div className={classes.filled} data-met={said.isMet} style={{ width: `${at.value}%` }} />
        <div className={classes.tick} style={{ left: `${at.goal}%` }} />
      </div>
    </div>
  );
}
