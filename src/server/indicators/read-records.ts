import type { z } from "zod";
import type { Actor } from "../../domain/people/may.ts";
import { explainRecord } from "../../indicators/engine/explain-record.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { planRecordsPage, recordsQuestions } from "../../indicators/engine/plan-records-page.ts";
import type { IndicatorRecord } from "../../indicators/engine/record.ts";
import { recordHeading, recordLine } from "../../indicators/engine/records-to-csv.ts";
import { recordsOf } from "../../indicators/engine/run-records.ts";
import { recordStep } from "../../indicators/engine/steps.ts";
import { readWindow } from "../../indicators/engine/window.ts";
import type { StoredRows } from "../../operations/indicator-engine.ts";
import { fileListOf } from "../../operations/indicator-files.ts";
import { lookAtIndicatorRecords, type RecordLook, RecordsInput } from "../../operations/look-at-indicator-records.ts";
import { perform } from "../../operations/operation.ts";
import type { IndicatorRecordList, ListedRecord } from "../../operations/outputs/indicator-outputs.ts";
import type { CountingServices } from "./count-indicators.ts";

type Asked = z.infer<typeof RecordsInput>;

/** A page of the records behind a number, for a person who may see them. The look is written down first. */
export async function listIndicatorRecords(
	services: Pick<CountingServices, "performer" | "openStoredRows">,
	person: Actor,
	input: z.input<typeof RecordsInput>,
): Promise<IndicatorRecordList> {
	const asked = RecordsInput.parse(input);
	const look = await perform(services.performer, lookAtIndicatorRecords, person, input);
	const stored = await services.openStoredRows(look.run.files.map(({ loadId }) => loadId));
	try {
		const { records, total } = await readPage(stored, look, asked);
		return {
			...{ lookId: look.lookId, run: look.run, indicator: asked.indicator, total, from: asked.from },
			records: records.map((record) => listedRecord(record, nameOf(look, record))),
		};
	} finally {
		await stored.close();
	}
}

/** Records that are read at once for a file. */
const step = 20_000;

/** All records behind a number as lines of CSV, read piece by piece. The look is written down before the first of them. */
export async function* streamIndicatorRecords(
	services: Pick<CountingServices, "performer" | "openStoredRows">,
	person: Actor,
	input: z.input<typeof RecordsInput>,
): AsyncGenerator<string> {
	const asked = RecordsInput.parse({ ...input, format: "csv" });
	const look = await perform(services.performer, lookAtIndicatorRecords, person, { ...input, format: "csv" });
	const stored = await services.openStoredRows(look.run.files.map(({ loadId }) => loadId));
	try {
		yield recordHeading;
		for (let from = 0, total = 1; from < total; from += step) {
			const page = await readPage(stored, look, { ...asked, from, limit: step });
			total = page.total;
			yield page.records.map((record) => recordLine(record, nameOf(look, record))).join("");
		}
	} finally {
		await stored.close();
	}
}

async function readPage(stored: StoredRows, look: RecordLook, asked: Asked) {
	const { county, ageGroup, raceEthnicity, sex, outcome, from, limit, indicator } = asked;
	const group = Object.fromEntries(
		Object.entries({ county, ageGroup, raceEthnicity, sex }).filter(([, label]) => label !== undefined),
	);
	const plan = planRecordsPage(
		{ window: readWindow(look.run.window), options: readOptions(look.run.options), files: fileListOf(look.run.files) },
		indicator,
		{ ...(look.counties ? { counties: look.counties } : {}), group, ...(outcome ? { outcome } : {}), from, limit },
	);
	const answers = await stored.run(plan);
	return {
		records: recordsOf(indicator, { [recordStep(indicator)]: answers[recordsQuestions.page] ?? [] }),
		total: Number(answers[recordsQuestions.total]?.[0]?.total ?? 0),
	};
}

function nameOf(look: RecordLook, { file }: IndicatorRecord): string {
	return look.run.files[file]?.fileName ?? "";
}

function listedRecord(record: IndicatorRecord, file: string): ListedRecord {
	const {
		indicator: _indicator,
		careEnd: _careEnd,
		initialDate: _initialDate,
		monthsInCare: _months,
		...shown
	} = record;
	const outcome = record.leftOut !== null ? "left-out" : record.numerator > 0 ? "numerator" : "denominator";
	return { ...shown, group: { ...shown.group }, file, outcome, ...explainRecord(record) };
}

/** The records behind a number, as routes ask for them. */
export type RecordsReader = {
	list(person: Actor, input: z.input<typeof RecordsInput>): Promise<IndicatorRecordList>;
	stream(person: Actor, input: z.input<typeof RecordsInput>): AsyncGenerator<string>;
};

export function createRecordsReader(services: Pick<CountingServices, "performer" | "openStoredRows">): RecordsReader {
	return {
		list: (person, input) => listIndicatorRecords(services, person, input),
		stream: (person, input) => streamIndicatorRecords(services, person, input),
	};
}
