import type { Edition } from "../domain/document/edition.ts";
import { caCcfsr2004 } from "./ca-ccfsr/2004/edition.ts";
import { caCcfsr2009 } from "./ca-ccfsr/2009/edition.ts";
import { caCcfsr2013 } from "./ca-ccfsr/2013/edition.ts";
import { caSelfAssessment } from "./ca-ccfsr/self-assessment/edition.ts";
import { msCqi2016 } from "./ms-cqi/2016/edition.ts";
import { usCfsp20252029 } from "./us-cfsp/2025-2029/edition.ts";
import { usStatewideAssessment } from "./us-cfsr/statewide-assessment/edition.ts";
import { usPipHomeForEveryChild } from "./us-pip/home-for-every-child/edition.ts";
import { usPipTitleIvE } from "./us-pip/title-iv-e/edition.ts";
import { usPipTraditional } from "./us-pip/traditional/edition.ts";
import { usPipVoluntary } from "./us-pip/voluntary/edition.ts";

const editions: readonly Edition[] = [
	caCcfsr2004,
	caCcfsr2009,
	caCcfsr2013,
	caSelfAssessment,
	usCfsp20252029,
	usStatewideAssessment,
	usPipTraditional,
	usPipHomeForEveryChild,
	usPipTitleIvE,
	usPipVoluntary,
	msCqi2016,
];
const byId = new Map(editions.map((edition) => [edition.id, edition]));

/** Every edition that the program knows, oldest of each framework first. */
export function listEditions(): readonly Edition[] {
	return editions;
}

/** An edition by its id, for example `ca-ccfsr-2004`. */
export function findEdition(id: string): Edition | undefined {
	return byId.get(id);
}

/** What the third level of a plan is called by its framework, in running text: "milestone", "key activity". */
export function milestoneWord(editionId: string | undefined): string {
	return (editionId === undefined ? undefined : findEdition(editionId))?.words.milestone.toLowerCase() ?? "milestone";
}

/** The edition; throws a `RangeError` that names the editions there are. */
export function getEdition(id: string): Edition {
	const edition = findEdition(id);
	if (!edition) throw new RangeError(`There is no edition "${id}". There are: ${[...byId.keys()].join(", ")}.`);
	return edition;
}
