import { z } from "zod";
import { DemographicPanel } from "../domain/planning/planning-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { readProfileTable } from "../indicators/figures/read-profile-table.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { checkPlanningLinks } from "./planning-links.ts";
import type { Stores } from "./ports.ts";

/**
 * Takes a table of the demographic profile from a file: two columns, group and number; the Census Bureau's open county files of
 * ages and sexes and of race and Hispanic origin, of which the children of the place are added up; or its data profiles of the American
 * Community Survey (DP02, DP03). Name and checksum of the file stand beside the source.
 */
export const takeProfileTable = defineOperation({
	name: "take-profile-table",
	title: "Take a table of the demographic profile from a file",
	http: { method: "post", path: "/planning-year/profile-tables" },
	input: DemographicPanel.pick({
		jurisdictionId: true,
		placeId: true,
		panel: true,
		title: true,
		asOf: true,
		source: true,
	}).extend({
		unit: DemographicPanel.shape.unit.default("children"),
		csv: z
			.string()
			.min(1, "Choose a file first.")
			.max(5_000_000, "The file is larger than 5 MB. Keep only the rows of your State."),
		fileName: z.string().trim().max(200).default("").describe("Stands beside the source, with the file's checksum."),
	}),
	output: MadeOutput,
	async run({ actor, ids, stores }, { csv, fileName, ...input }): Promise<{ id: string }> {
		const state = await getState(stores, input.jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		await checkPlanningLinks(stores, state.id, { placeId: input.placeId });
		const place = await stores.facts.find("jurisdiction", input.placeId);
		const codes = place ? await codesOf(stores, place) : [];
		const table = readProfileTable(csv, { panel: input.panel, codes });
		if (table.result === "refused") {
			throw new InvalidInput(table.problems.slice(0, 10).map((message) => ({ field: "file", message })));
		}
		const id = ids.next();
		const { groups, values, note, unit = input.unit } = table;
		const stamp = `${fileName === "" ? "File" : fileName}, SHA-256 ${ids.hash(csv).slice(0, 12)}`;
		const source = input.source === "" ? stamp : `${input.source.slice(0, 250)} (${stamp})`;
		await stores.facts.write({
			...{ kind: "demographic-panel", id, verb: "add", expectedVersion: 0 },
			patch: { ...input, unit, source, groups: [...groups], values: [...values], note, sourceKind: "outside" },
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id };
	},
});

/** The codes by which a file of counties names a place: a State's takes all of its counties, a region is its counties. */
async function codesOf(stores: Stores, place: Fact<"jurisdiction">): Promise<readonly string[]> {
	if (place.kind !== "region") return [place.code];
	const inside = await stores.facts.list("jurisdiction", { parentId: place.id });
	return inside.filter(({ kind }) => kind === "county").map(({ code }) => code);
}
