import { monthIndex } from "../base/date.ts";
import { findShifts } from "../measure/change_points.ts";
import { unitsOf } from "../measure/units.ts";
import {
  cellName,
  type Designs,
  type ShiftCell,
  simulatedSeries,
} from "./shift_cells.ts";
import { maxTestPower, ruptures } from "./shift_peers.ts";
import { share, type ShiftRow, simulatedRow } from "./shift_row.ts";

/** Level of the test. */
const ALPHA = 0.05;
const METHOD = "findShifts";

/** How often a shift is found where there is none. */
export function falseAlarmRows(
  cell: ShiftCell,
  designs: Designs,
  series: number,
): ShiftRow[] {
  return [simulatedRow({
    part: cellName(cell),
    method: METHOD,
    measure: "any false alarm at the nominal 5 %",
    ...share(countFound(cell, designs, series), series),
    least: 0.03,
    most: 0.07,
  })];
}

/** How often a shift is found, against other tests on the same series. */
export function powerRows(
  cell: ShiftCell,
  designs: Designs,
  series: number,
): ShiftRow[] {
  const found = share(countFound(cell, designs, series), series);
  const row = { part: cellName(cell), method: METHOD, ...found };
  // All are compared at the rate of false alarms that this test has on such series.
  const alarms = countFound({ ...cell, shift: 0 }, designs, series) / series;
  const exact = maxTestPower(cell, designs, series, alarms);
  const floor = cell.n === 50 ? 0.95 : 0.9;
  return [
    simulatedRow({
      ...row,
      measure: "one shift found, date unknown",
      peer: "exact max-statistic test, critical value simulated",
      peer_value: exact,
      least: cell.design === "arm" && cell.independent ? floor : exact,
    }),
    ...ruptures(cell, alarms).map(({ knows, value }) =>
      simulatedRow({
        ...row,
        measure: `one shift found, at as many false alarms as ruptures, ${knows}`,
        peer: `ruptures 1.1.10, ${knows}`,
        peer_value: value,
        least: value,
      })
    ),
  ];
}

function countFound(cell: ShiftCell, designs: Designs, series: number): number {
  let found = 0;
  for (let r = 0; r < series; r++) {
    const { readings } = simulatedSeries(cell, designs, r);
    const { verdict } = findShifts(unitsOf(readings), {
      alpha: ALPHA,
      permutations: 499,
      seed: `found/${r}`,
      most: 1,
      intervals: false,
    });
    if (verdict === "shift") found++;
  }
  return found;
}

/** How often the intervals of place and size hold, among series in which one was found. */
export function intervalRows(
  cell: ShiftCell,
  designs: Designs,
  series: number,
): ShiftRow[] {
  let found = 0, placed = 0, sized = 0, months = 0;
  for (let r = 0; r < series; r++) {
    const { readings, place } = simulatedSeries(cell, designs, r);
    const units = unitsOf(readings);
    const options = { alpha: ALPHA, permutations: 999, seed: `found/${r}` };
    // With more than one there is no saying which is the true one.
    const [only, ...more] = findShifts(units, { ...options, intervals: false }).shifts;
    if (only === undefined || more.length > 0) continue;
    const [{ earliest, latest, low, high }] = findShifts(units, options).shifts;
    found++;
    if (monthIndex(earliest) <= place && place <= monthIndex(latest)) placed++;
    if (low <= cell.shift && cell.shift <= high) sized++;
    months += monthIndex(latest) - monthIndex(earliest) + 1;
  }
  const row = { part: cellName(cell), method: METHOD };
  return [
    simulatedRow({
      ...row,
      measure: "95 % interval of the place covers it",
      ...share(placed, found),
      least: 0.92,
    }),
    simulatedRow({
      ...row,
      measure: "mean length of the interval of the place, months",
      value: months / found,
      n: found,
    }),
    simulatedRow({
      ...row,
      measure: "95 % interval of the size covers it",
      ...share(sized, found),
      least: 0.92,
      most: 0.98,
    }),
  ];
}
