import { type Corpus, openCorpus } from "aras";
import { type Rows, smallPackage } from "./package.ts";

/** Opens a small corpus for as long as a test needs it. */
export async function withCorpus(
  tables: Record<string, Rows>,
  use: (corpus: Corpus) => Promise<void>,
): Promise<void> {
  const { folder, remove } = await smallPackage(tables);
  try {
    const corpus = await openCorpus(folder, { reference: "none" });
    try {
      await use(corpus);
    } finally {
      corpus.close();
    }
  } finally {
    await remove();
  }
}
