import { z } from "zod";
import { requireIndicatorFiles } from "./indicator-files.ts";
import { findIndicatorPlace, runOf, summaryOf } from "./indicator-places.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { IndicatorIdInput, RecordOutcome, RunSummaryOutput, WindowInput } from "./outputs/indicator-outputs.ts";

/** Which records behind a number are asked for. */
export const RecordsInput = z.object({
	jurisdictionId: z.uuid(),
	indicator: IndicatorIdInput,
	window: WindowInput,
	runId: z.uuid().optional().describe("An earlier counting of the window."),
	county: z.string().max(10).optional(),
	ageGroup: z.string().max(40).optional(),
	raceEthnicity: z.string().max(60).optional(),
	sex: z.string().max(10).optional(),
	outcome: RecordOutcome.optional(),
	from: z.coerce.number().int().min(0).max(100_000_000).default(0),
	limit: z.coerce.number().int().min(1).max(500).default(100),
	format: z.enum(["json", "csv"]).default("json").describe("csv: the whole list as a file."),
});

const RecordLookOutput = z.object({
	lookId: z.uuid(),
	run: RunSummaryOutput,
	/** The counties of the place; null for the place whose files were counted: all. */
	counties: z.array(z.string()).nullable(),
});
export type RecordLook = z.infer<typeof RecordLookOutput>;

/**
 * Writes down that a person looks at the records behind a number, and answers which may be read. It is done, and kept, before
 * anything is shown. Throws `NotAllowed` without `cases.read` for the place.
 */
export const lookAtIndicatorRecords = defineOperation({
	name: "look-at-indicator-records",
	title: "Write down a look at the records behind a number",
	http: { method: "post", path: "/jurisdictions/{jurisdictionId}/case-looks" },
	input: RecordsInput,
	output: RecordLookOutput,
	async run(context, input): Promise<RecordLook> {
		const { actor, clock, ids, stores } = context;
		const { jurisdictionId, indicator, window, runId, ...asked } = input;
		requireRole(actor, "cases.read", await stores.jurisdictions.pathOf(jurisdictionId));
		const place = await findIndicatorPlace(context, jurisdictionId, { currentOnly: runId === undefined });
		const run = runOf(place, window, runId);
		requireIndicatorFiles(run, indicator);
		const lookId = ids.next();
		await stores.indicators.addLook({
			...{ id: lookId, runId: run.id, jurisdictionId, indicator },
			...{ personId: actor.personId, personName: actor.name, lookedAt: clock() },
			asked: Object.fromEntries(
				Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
			),
		});
		const counties = place.cellPlaces
			? (await stores.facts.list("jurisdiction"))
					.filter(({ id, kind }) => kind === "county" && place.cellPlaces?.includes(id))
					.map(({ code }) => code)
			: null;
		return { lookId, run: summaryOf(run), counties };
	},
});
