// The list behind a figure, opened by `so` in the address; Back closes it.
import { Drawer } from "@mantine/core";
import { useCatalogue } from "../../api/catalogue";
import type { Question } from "../../api/figures";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import classes from "./figure.module.css";
import { FigureList, useFigureTitle } from "./figure-list";
import { closedFigure, openedFigure } from "./opened";
import { useFigureWords } from "./words";

export function OpenedDrawer(page: Partial<Question>) {
  const say = useFigureWords();
  const { values, close } = useAddress();
  const opened = openedFigure(values, page);
  const catalogue = useCatalogue();
  const label = useLabel();
  const type = catalogue.data?.figures.find((figure) => figure.name === opened?.name);
  // A dialog has a name from its first moment, also while the catalogue is on its way.
  const title = useFigureTitle(opened, type ? label(type.label) : say("behind"));
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={() => close(closedFigure)}
      position="right"
      size="min(1120px, 100%)"
      title={title}
      closeButtonProps={{ "aria-label": say("close"), size: 44 }}
      transitionProps={{ duration: 0 }}
      // Locking the page behind draws all of it anew; the drawer keeps what is scrolled in it (figure.module.css).
      lockScroll={false}
      classNames={{ content: classes.drawer ?? "" }}
    >
      {opened && <FigureList key={JSON.stringify(opened)} asked={opened} type={type} />}
    </Drawer>
  );
}
