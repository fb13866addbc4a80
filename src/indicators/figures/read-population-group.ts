import type { PopulationGroup } from "../../domain/measure/measure-facts.ts";
import { spellHeading } from "./figure-columns.ts";

const spellings: Readonly<Record<PopulationGroup, readonly string[]>> = {
	all: ["all", "all children", "total", "both", "cws and probation", "child welfare and probation", "all agencies"],
	"child-welfare": ["child welfare", "child welfare services", "cws", "cw", "child welfare agency", "welfare", "300"],
	probation: ["probation", "juvenile probation", "probation department", "prob", "600"],
};

const groups = new Map<string, PopulationGroup>(
	(["all", "child-welfare", "probation"] as const).flatMap((group) =>
		spellings[group].map((spelling) => [spellHeading(spelling), group] as const),
	),
);

/** The group of children that a cell names, in the usual spellings; undefined when it names none. */
export function findPopulationGroup(cell: string): PopulationGroup | undefined {
	return groups.get(spellHeading(cell));
}
