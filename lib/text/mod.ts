export { sentences } from "./sentences.ts";
export { isWrapped } from "./wrapping.ts";
export { type Span, words } from "./words.ts";
