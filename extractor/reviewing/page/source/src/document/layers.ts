/** How layers look: a colour and a line below for each, so that colour is not all that tells them apart. */

export interface Look {
  fill: string;
  line: "solid" | "dashed" | "dotted" | "double";
}

const LOOKS: Record<string, Look> = {
  plan: { fill: "#5b6b7a", line: "solid" },
  citations: { fill: "#1769aa", line: "solid" },
  dates: { fill: "#00796b", line: "dotted" },
  percentages: { fill: "#6d3fb0", line: "dashed" },
  criteria: { fill: "#8a5a00", line: "double" },
  targets: { fill: "#2e7d32", line: "solid" },
  responsibilities: { fill: "#ad2a63", line: "dashed" },
  funding: { fill: "#b84700", line: "dotted" },
};

export const lookOf = (layer: string): Look => LOOKS[layer] ?? { fill: "#444c52", line: "solid" };
