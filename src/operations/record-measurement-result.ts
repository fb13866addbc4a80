import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { MeasurementResult } from "../domain/pip/pip-facts.ts";
import { InvalidInput } from "./errors.ts";
import { getPipFact, openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

const fields = MeasurementResult.shape;

/** What is said of one measurement period. */
export const measuredFields = {
	periodStart: PlainDate,
	periodEnd: PlainDate,
	numerator: fields.numerator.default(null),
	denominator: fields.denominator.default(null),
	value: fields.value.default(null),
	metroShare: fields.metroShare.default(null),
	fosterShare: fields.fosterShare.default(null),
	sameMethod: z.boolean().default(false),
	accepted: z.boolean().default(false),
	note: fields.note.default(""),
};

/** Records what was found for a line of the measurement plan in one period. A period that cannot count is kept with the reason. */
export const recordMeasurementResult = defineOperation({
	name: "record-measurement-result",
	title: "Record the result of a measurement period",
	http: { method: "post", path: "/pips/{documentId}/measures/{itemId}/results" },
	input: z.object({ documentId: z.uuid(), itemId: z.uuid(), ...measuredFields }),
	output: MadeOutput,
	async run(context, { documentId, ...patch }): Promise<{ id: string }> {
		const pip = await openPip(context, documentId);
		await getPipFact(context, pip, "measurement-item", patch.itemId);
		checkMeasured(patch);
		const id = context.ids.next();
		await writePipFact(context, pip, { kind: "measurement-result", id, current: undefined, version: 0, patch });
		return { id };
	},
});

/** Refuses a period that ends before it begins, and a ratio with one part. */
export function checkMeasured(
	measured: Pick<MeasurementResult, "periodStart" | "periodEnd" | "numerator" | "denominator" | "value">,
): void {
	const { numerator, denominator, value, periodStart, periodEnd } = measured;
	const refuse = (field: string, message: string) => {
		throw new InvalidInput([{ field, message }]);
	};
	if (periodEnd <= periodStart) refuse("periodEnd", "The period must end after it begins.");
	if ((numerator === null) !== (denominator === null)) {
		refuse("denominator", "Give both parts, or neither: a ratio is kept with both (INT-11).");
	}
	if (numerator !== null && denominator !== null && numerator > denominator) {
		refuse("numerator", `At most ${denominator}: it is part of it.`);
	}
	if (numerator === null && value === null) refuse("numerator", "Give the counts, or the value that was measured.");
}
