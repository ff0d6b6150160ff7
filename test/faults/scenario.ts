import { outcomeOf, type Outcome } from './outcome';
import { Stage } from './stage';

/** One row of the table of faults. */
export interface Scenario {
  name: string;
  /** What is done, in words for the table. */
  does: string;
  /** Brings the fault about and returns when it is over. It proves that the fault really came. */
  play(stage: Stage): Promise<void>;
  /** Opens the stage; others have servers of their own. */
  open?(): Promise<Stage>;
  /** Letters that reach the mail server twice: exactly, or at most where chance has a part. */
  repeats?: number;
  /** The same in words, where a number does not say it. */
  repeatsInWords?: string;
  /** Everybody is told within so many seconds after the fault. */
  within: number;
  /** Further proof, after all is out. */
  then?(stage: Stage): Promise<void>;
}

export async function play(scenario: Scenario): Promise<Outcome> {
  const stage = await (scenario.open ?? Stage.open)();
  try {
    await scenario.play(stage);
    const outcome = await outcomeOf(stage, scenario.within);
    await scenario.then?.(stage);
    return outcome;
  } finally {
    await stage.close();
  }
}
