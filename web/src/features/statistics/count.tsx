// One count of a table: a link to its list, or the reason why there is none.
import { Lock } from "lucide-react";
import { Link } from "react-router";
import { useMay } from "../../api/session";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import type { Cell } from "./cross-table";
import { pageOf } from "./list-address";
import { useStatisticsWords } from "./words";

/** Where a count leads; nowhere for whoever may not see members one by one. */
export function usePageOf(): (cell: Cell) => string | undefined {
  const may = useMay();
  const maySee = may("see.person");
  return (cell) => (maySee && cell.count !== null ? pageOf(cell.list) : undefined);
}

export function Count({ cell, name }: { cell: Cell; name: string }) {
  const say = useStatisticsWords();
  const language = useLanguage();
  const to = usePageOf()(cell);
  if (cell.count === null) {
    return (
      <>
        {say("small")} <Lock size={14} aria-hidden />
        <span className="visually-hidden"> {say("smallWords")}</span>
      </>
    );
  }
  const text = shownNumber(cell.count, language);
  if (!to) return text;
  return (
    <Link to={to} title={name}>
      {text}
    </Link>
  );
}
