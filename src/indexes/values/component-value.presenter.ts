export class ComponentValueResponse {
  componentCode!: string;
  value!: number;
  reportedOn!: string;
  note!: string | null;
  /** What the value gives under the component's rule, unrounded; null when the maximum is unknown. */
  points!: number | null;
}
