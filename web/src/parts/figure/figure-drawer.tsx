// Where a figure opens. The drawer and its long table are a fifth of what a page of figures would fetch first:
// they come once the page stands, before anybody has chosen a figure, or at once where the address names one.
import { lazy, Suspense, useEffect, useState } from "react";
import type { Question } from "../../api/figures";
import { useAddress } from "../../lib/address";
import { openedFigure } from "./opened";

const load = () => import("./opened-drawer");
const OpenedDrawer = lazy(async () => ({ default: (await load()).OpenedDrawer }));

/** Until then a page has better to do. */
const quietAfter = 1500;

export function FigureDrawer(page: Partial<Question>) {
  const { values } = useAddress();
  const isOpened = openedFigure(values, page) !== undefined;
  const [isWanted, setWanted] = useState(isOpened);
  if (isOpened && !isWanted) setWanted(true);
  useEffect(() => {
    const timer = setTimeout(() => void load().then(() => setWanted(true)), quietAfter);
    return () => clearTimeout(timer);
  }, []);
  return (
    isWanted && (
      <Suspense>
        <OpenedDrawer {...page} />
      </Suspense>
    )
  );
}
