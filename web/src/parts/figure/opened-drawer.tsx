// The list behind a figure, opened by `so` in the address; Back closes it.
import { Drawer } from "@mantine/core";
import { useCallback } from "react";
import { useLocation, useNavigate } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import type { Question } from "../../api/figures";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { FigureList, useFigureTitle } from "./figure-list";
import { closedFigure, openedFigure } from "./opened";
import { useFigureWords } from "./words";

export function OpenedDrawer(page: Partial<Question>) {
  const say = useFigureWords();
  const { values, set } = useAddress();
  const location = useLocation();
  const navigate = useNavigate();
  const opened = openedFigure(values, page);
  const catalogue = useCatalogue();
  const label = useLabel();
  const type = catalogue.data?.figures.find((figure) => figure.name === opened?.name);
  const title = useFigureTitle(opened, type ? label(type.label) : "");
  const wasOpenedHere = (location.state as { opened?: boolean } | null)?.opened === true;
  const close = useCallback(() => {
    // Where a link of this page opened it, that step is taken back; an address from elsewhere loses its figure.
    if (wasOpenedHere) void navigate(-1);
    else set(closedFigure);
  }, [wasOpenedHere, navigate, set]);
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={close}
      position="right"
      size="min(1120px, 100%)"
      title={title}
      closeButtonProps={{ "aria-label": say("close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      {opened && <FigureList key={JSON.stringify(opened)} asked={opened} type={type} />}
    </Drawer>
  );
}
