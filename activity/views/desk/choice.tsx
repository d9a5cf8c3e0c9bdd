interface ChoiceProps {
  label: string;
  value: string;
  /** The words for having chosen none; without it, something always is. */
  none?: string;
  choices: readonly { value: string; label: string }[];
  why?: string;
  choose(value: string): void;
}

/** A labelled list to choose one from. */
export function Choice({ label, value, none, choices, why, choose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {why && <small>{why}</small>}
    </label>
  );
}
