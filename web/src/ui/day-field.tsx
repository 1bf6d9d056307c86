export interface DayFieldProps {
  label: string;
  /** 2021-01-20; a month 2021-01 or a year 2021 where the field takes these. */
  value: string | undefined;
  /** The day, or undefined where what is written is none; and what is written. */
  onChange: (value: string | undefined, written: string) => void;
  error?: string | undefined;
  description?: string | undefined;
  required?: boolean;
  takes?: "day" | "month" | "year-or-day";
  id?: string;
  onBlur?: () => void;
}

export function DayField(_: DayFieldProps) {
  return null;
}
