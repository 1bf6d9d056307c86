import type { HistoryEvent, Receipt } from "../../api/records";
import type { Subject } from "./kinds";

interface Voiding {
  subject: Subject;
  event: HistoryEvent;
  labels?: Record<string, string>;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}

export function VoidForm(_: Voiding) {
  return null;
}
