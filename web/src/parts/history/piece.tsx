// The values of one field: names are links to their records.
import { Fragment } from "react";
import { RecordLink } from "../record/record-link";
import type { Piece } from "./reading";
import { useHistoryWords } from "./words";

export function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => (
    <Fragment key={`${piece.reference?.key ?? piece.text}/${piece.of ?? ""}`}>
      {index > 0 && ", "}
      <PieceShown piece={piece} />
    </Fragment>
  ));
}

function PieceShown({ piece }: { piece: Piece }) {
  const say = useHistoryWords();
  if (piece.reference) {
    return (
      <>
        <RecordLink kind={piece.reference.kind} recordKey={piece.reference.key} label={piece.text} />
        {piece.of && ` (${piece.of})`}
      </>
    );
  }
  return <>{piece.of ? say("position", { name: piece.text, position: piece.of }) : piece.text}</>;
}
