/** The method that a notebook asks a value for, to show it. */
export const JUPYTER: unique symbol = Symbol.for("Jupyter.display") as never;
