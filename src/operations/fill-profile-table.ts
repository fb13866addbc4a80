import { z } from "zod";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { getIndicatorTable } from "./get-indicator-table.ts";
import { listIndicatorWindows } from "./list-indicator-windows.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { loadPlanning } from "./planning-view.ts";

/** Who is counted: the children who came into care, the denominator of permanency in 12 months. */
const indicator = "P1";

/**
 * Fills a part of the demographic profile from the State's own files: the children who came into care in the newest window that was
 * counted, by sex, age, or race and ethnicity. Groups that may not be shown are left out, and the table says so.
 */
export const fillProfileTable = defineOperation({
	name: "fill-profile-table",
	title: "Fill a table of the demographic profile from the State's own files",
	http: { method: "post", path: "/planning-year/profile-tables/counted" },
	input: z.object({ jurisdictionId: z.uuid(), panel: z.string().max(60) }),
	output: MadeOutput,
	async run(context, { jurisdictionId, panel }): Promise<{ id: string }> {
		const { actor, ids, stores } = context;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const { state, planningRules } = await loadPlanning(context, { jurisdictionId });
		const part = planningRules?.profilePanels.find((each) => each.id === panel);
		if (!part?.counted) {
			throw new InvalidInput([
				{ field: "panel", message: "The State’s own files do not tell this. Type the table, or take it from a file." },
			]);
		}
		const { windows } = await listIndicatorWindows.run(context, { jurisdictionId });
		const newest = windows[0]?.current;
		if (!newest) throw new Refused("No files of the State have been counted yet. Load them on the page of data files.");
		const asked = { jurisdictionId, indicator, window: newest.window, by: part.counted } as const;
		const { rows } = await getIndicatorTable.run(context, asked as Parameters<typeof getIndicatorTable.run>[1]);
		const shown = rows.flatMap(({ group, labels, denominator }) => {
			const name = part.counted === null ? undefined : (labels[part.counted] ?? group[part.counted]);
			return denominator === null || !name ? [] : [{ name, denominator }];
		});
		if (shown.length === 0) throw new Refused("No group of this window may be shown.");
		const left = rows.length - shown.length;
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "demographic-panel", id, verb: "add", expectedVersion: 0 },
			patch: {
				...{ jurisdictionId: state.id, placeId: state.id, panel, unit: "children", sourceKind: "agency" },
				title: `Children who came into care: ${part.name.toLowerCase()}`,
				groups: shown.map(({ name }) => name),
				values: shown.map(({ denominator }) => denominator),
				asOf: plainDate(newest.windowEnd),
				source: `Out-of-home care files of the State, window ${newest.window}, counted with ${newest.definitionVersion}`,
				note: left > 0 ? `${left} more may not be shown, to protect small counts.` : "",
			},
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id };
	},
});
