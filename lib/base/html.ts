const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Escapes a text for HTML or XML, in element content and in quoted attributes.
 *
 * @example
 * ```ts
 * import { escapeHtml } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(escapeHtml('<a "b">'), "&lt;a &quot;b&quot;&gt;");
 * ```
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c]);
}
