/** Gives a text a colour, or leaves it as it is where there are none; what it says does not depend on it. */
export type Paint = (colour: "green" | "red" | "yellow" | "dim", text: string) => string;
