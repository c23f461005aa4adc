import jstat from "jstat";

/** A series at equal steps of time. */
export interface Steps {
  /** What was seen at each step; null where nothing was. */
  readonly seen: readonly (number | null)[];
  /** How many observations each is the mean of (its variance is σ²/weight). */
  readonly weight: readonly number[];
  /** Sum of squares of the observations about the means seen, and its degrees of freedom. */
  readonly within?: { readonly squares: number; readonly freedom: number };
}

/** The two variances of a local-level model. */
export interface Variances {
  /** Of a single observation, σ². */
  readonly observation: number;
  /** Of the level's step from one time to the next. */
  readonly step: number;
}

/** A level at each step with its variance. */
export interface Smoothed {
  readonly level: number[];
  readonly variance: number[];
  /** Log-likelihood, the first observation taken up by the diffuse start. */
  readonly likelihood: number;
}

/**
 * Kalman filter and smoother of the local-level model with an exact diffuse start
 * (Durbin & Koopman 2012, chapter 2): level(t) = level(t − 1) + step,
 * seen(t) = level(t) + noise / √weight(t).
 *
 * @param steps The series; at least one step must have been seen.
 * @param variances The model's variances, observation above 0.
 *
 * @example
 * ```ts
 * import { smoothLevel } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const { level, variance } = smoothLevel(
 *   { seen: [1, null, 1], weight: [1, 0, 1] },
 *   { observation: 1, step: 1 },
 * );
 * assertEquals(level, [1, 1, 1]);
 * assertEquals(variance[1] > variance[0], true);
 * ```
 */
export function smoothLevel(steps: Steps, variances: Variances): Smoothed {
  const { seen, weight } = steps;
  const { observation, step } = variances;
  const n = seen.length;
  const level = new Array<number>(n).fill(0), variance = new Array<number>(n).fill(0);
  const first = seen.findIndex((y) => y !== null);
  let likelihood = 0, mean = 0, spread = 0;
  for (let t = first; t < n; t++) {
    const y = seen[t];
    if (t === first) {
      mean = y!;
      spread = observation / weight[t];
    } else {
      spread += step;
      if (y !== null) {
        const total = spread + observation / weight[t];
        const surprise = y - mean;
        likelihood -= 0.5 *
          (Math.log(2 * Math.PI) + Math.log(total) + surprise * surprise / total);
        const gain = spread / total;
        mean += gain * surprise;
        spread *= 1 - gain;
      }
    }
    level[t] = mean;
    variance[t] = spread;
  }
  for (let t = n - 2; t >= first; t--) {
    const ahead = variance[t] + step;
    const pull = ahead > 0 ? variance[t] / ahead : 1;
    level[t] += pull * (level[t + 1] - level[t]);
    variance[t] += pull * pull * (variance[t + 1] - ahead);
  }
  for (let t = first - 1; t >= 0; t--) {
    level[t] = level[first];
    variance[t] = variance[first] + step * (first - t);
  }
  return { level, variance, likelihood };
}

/** A smoothed series with its 95 % band. */
export interface Band {
  readonly level: number[];
  readonly low: number[];
  readonly high: number[];
  /** Variances of greatest likelihood. */
  readonly variances: Variances;
}

/** Ratios of step to observation variance that the data are asked about; 0 is "never moves". */
const RATIOS = [0, ...Array.from({ length: 41 }, (_, i) => Math.exp(-9.2 + 0.29 * i))];
/**
 * Mean of the exponential prior of √ratio (penalised complexity, Simpson et al. 2017): a
 * month may well move a level by half the spread of single statements. Smaller values
 * make bands of twenty statements too narrow (area `shift` of the validation).
 */
const USUAL_STEP = 0.5;
/** Least σ² on a scale of whole points: a series of equal stances is not exact. */
const LEAST_VARIANCE = 0.01;

/**
 * Fits a local-level model and gives its level with a 95 % band.
 *
 * The variances are those of greatest likelihood, σ² from the spread within steps as
 * well. The band also holds what is not known of the variances (Hamilton 1986): the
 * smoother is run over a grid of their ratio, weighted by likelihood.
 *
 * @param steps The series; at least one step must have been seen.
 * @param scale The ends that no band may pass; −2 and 2.
 *
 * @example
 * ```ts
 * import { fitLevel } from "aras";
 * import { assert } from "@std/assert";
 *
 * const { low, high } = fitLevel({
 *   seen: [-1, -1, null, null, 1, 1.5],
 *   weight: [4, 3, 0, 0, 2, 5],
 *   within: { squares: 6, freedom: 10 },
 * });
 * assert(high[3] - low[3] > high[5] - low[5]);
 * ```
 */
export function fitLevel(
  steps: Steps,
  scale: readonly [number, number] = [-2, 2],
): Band {
  const grid = RATIOS.map((ratio) => atRatio(steps, ratio));
  const best = refine(steps, grid);
  const top = Math.max(...grid.map((g) => g.likelihood));
  const weights = grid.map((g, i) => Math.exp(g.likelihood - top) * priorOf(i));
  const total = weights.reduce((s, w) => s + w, 0);
  const quantile = jstat.studentt.inv(0.975, Math.max(2, grid[0].freedom));
  const low: number[] = [], high: number[] = [];
  const { level } = best.smoothed;
  level.forEach((mean, t) => {
    let variance = 0;
    grid.forEach(({ smoothed }, i) => {
      const off = smoothed.level[t] - mean;
      variance += weights[i] / total * (smoothed.variance[t] + off * off);
    });
    const half = quantile * Math.sqrt(variance);
    low.push(Math.min(Math.max(scale[0], mean - half), scale[1]));
    high.push(Math.max(Math.min(scale[1], mean + half), scale[0]));
  });
  return { level, low, high, variances: best.variances };
}

interface Fit {
  ratio: number;
  variances: Variances;
  smoothed: Smoothed;
  likelihood: number;
  freedom: number;
}

/** The model at a ratio of the variances, σ² concentrated out of the likelihood. */
function atRatio(steps: Steps, ratio: number): Fit {
  const { squares, freedom } = steps.within ?? { squares: 0, freedom: 0 };
  const unit = smoothLevel(steps, { observation: 1, step: ratio });
  const seen = steps.seen.reduce<number>((n, y) => n + (y === null ? 0 : 1), 0);
  const { surprise, logs } = innovations(steps, ratio);
  const count = seen - 1 + freedom;
  const observation = count > 0
    ? Math.max(LEAST_VARIANCE, (surprise + squares) / count)
    : 1;
  return {
    ratio,
    variances: { observation, step: ratio * observation },
    smoothed: { ...unit, variance: unit.variance.map((v) => v * observation) },
    likelihood: -0.5 *
      (count * Math.log(observation) + logs + (surprise + squares) / observation),
    freedom: count,
  };
}

/** Sum of squared one-step surprises in units of σ², and of the logs of their variances. */
function innovations(steps: Steps, ratio: number): { surprise: number; logs: number } {
  let mean = 0, spread = -1, surprise = 0, logs = 0;
  steps.seen.forEach((y, t) => {
    if (spread >= 0) spread += ratio;
    if (y === null) return;
    const noise = 1 / steps.weight[t];
    if (spread < 0) {
      mean = y;
      spread = noise;
      return;
    }
    const total = spread + noise;
    surprise += (y - mean) * (y - mean) / total;
    logs += Math.log(total);
    mean += spread / total * (y - mean);
    spread *= noise / total;
  });
  return { surprise, logs };
}

/** The fit of greatest likelihood: a golden-section search about the best of the grid. */
function refine(steps: Steps, grid: readonly Fit[]): Fit {
  let best = 0;
  grid.forEach((fit, i) => {
    if (fit.likelihood > grid[best].likelihood) best = i;
  });
  if (best === 0) return grid[0];
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(grid[Math.max(1, best - 1)].ratio);
  let high = Math.log(grid[Math.min(grid.length - 1, best + 1)].ratio);
  while (high - low > 1e-4) {
    const a = high - golden * (high - low), b = low + golden * (high - low);
    if (
      atRatio(steps, Math.exp(a)).likelihood > atRatio(steps, Math.exp(b)).likelihood
    ) {
      high = b;
    } else low = a;
  }
  const fit = atRatio(steps, Math.exp((low + high) / 2));
  return fit.likelihood >= grid[best].likelihood ? fit : grid[best];
}

/** Prior weight of a point of the grid: exponential density of √ratio times its width. */
function priorOf(i: number): number {
  const root = (j: number) => Math.sqrt(RATIOS[Math.min(RATIOS.length - 1, j)]);
  const from = i === 0 ? 0 : (root(i - 1) + root(i)) / 2;
  const to = (root(i) + root(i + 1)) / 2;
  return Math.exp(-from / USUAL_STEP) - Math.exp(-to / USUAL_STEP);
}
