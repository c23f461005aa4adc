import { assertEquals } from "@std/assert";
import { writeReadings } from "../../lib/evaluate/readings.ts";

const HEADER = "document,n,speaker,target,issue,act,stance,date,date_precision,voice," +
  "gist,start,end,method,confidence";

Deno.test("writeReadings() keeps who and when, and puts what was read in its place", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const url = new URL(`file://${folder}/`);
    await Deno.writeTextFile(
      new URL("statements.csv", url),
      `${HEADER}
b,2,irn,aze,other,ACCUSE,-1,2022-05,month,reported,"Blames Baku, again.",,,coded,
a,1,aze,irn,other,SUPPORT,1,2021,year,quoted,Thanks Tehran.,,,coded,
`,
    );
    const probabilities = { negative: 0.7, neutral: 0.2, positive: 0.1 };
    const read = {
      cluster: "",
      gold: -1,
      predicted: -1,
      probabilities,
      stance: -2,
      act: "THREATEN",
    } as const;
    await writeReadings([
      { ...read, id: "b/2", method: "model" },
      { ...read, id: "b/2", method: "rules" },
      { ...read, id: "a/1", method: "rules" },
    ], url);
    const text = await Deno.readTextFile(new URL("readings/statements.csv", url));
    assertEquals(
      text,
      `${HEADER}
a,1001,aze,irn,other,THREATEN,-2,2021,year,quoted,,,,rules,0.7
b,1002,irn,aze,other,THREATEN,-2,2022-05,month,reported,,,,rules,0.7
b,2002,irn,aze,other,THREATEN,-2,2022-05,month,reported,,,,model,0.7
`,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
