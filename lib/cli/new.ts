import { badOption, UserError } from "../base/fault.ts";
import { formatNotebook } from "../report/notebook.ts";
import { starterNotebook } from "../report/starter.ts";
import { command, readArguments } from "./command.ts";

const USAGE = "deno task new NAME";

await command(async () => {
  const { positionals } = readArguments(USAGE, {});
  if (positionals.length !== 1) {
    badOption("arguments", USAGE, positionals.join(" ") || undefined);
  }
  const name = positionals[0].replace(/\.ipynb$/, "");
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/.test(name)) {
    badOption("NAME", "up to 60 letters, digits and hyphens", positionals[0]);
  }
  const file = `notebooks/${name}.ipynb`;
  try {
    await Deno.writeTextFile(file, formatNotebook(starterNotebook(name)), {
      createNew: true,
    });
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    throw new UserError({
      file,
      expected: "no such file",
      found: "a notebook",
      remedy: "choose another name",
    });
  }
  console.log(`${file}: made; open it by deno task lab`);
});
