import { assert } from "@std/assert";

/** No number in a figure is none; embedded fonts may spell anything. */
export function assertNumbers(svg: string, message = ""): void {
  const drawn = svg.replace(/base64,[A-Za-z0-9+/=]+/g, "");
  const found = /.{0,40}(NaN|undefined|Infinity).{0,40}/.exec(drawn);
  assert(found === null, `${message} ${found?.[0]}`);
}
