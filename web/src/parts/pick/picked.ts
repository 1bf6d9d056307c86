// What a picker gives: a subject by its key, and how it is called.

export interface Picked {
  key: string;
  label: string;
  kind?: string;
  organisation?: string;
}

export interface PickerProps {
  label: string;
  value: Picked | undefined;
  onChange: (value: Picked | undefined) => void;
  error?: string | undefined;
  description?: string | undefined;
  required?: boolean;
  hidesLabel?: boolean;
  id?: string | undefined;
  onBlur?: (() => void) | undefined;
  /** How the value is called is on its way. */
  isNameAsked?: boolean;
}

export interface ManyPickerProps extends Omit<PickerProps, "value" | "onChange"> {
  value: Picked[];
  onChange: (value: Picked[]) => void;
}

/** Where one looks: people, organisations, either; or the list of another type of subject. */
export type Among = { kind?: "person" | "organisation" } | { list: string };
