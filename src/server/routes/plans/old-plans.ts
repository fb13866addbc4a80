import { Hono } from "hono";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import { Confidence, type OldPlanLine, RecognisedLine } from "../../../domain/word/old-plan.ts";
import { findEdition, listEditions } from "../../../frameworks/editions.ts";
import { InvalidInput } from "../../../operations/errors.ts";
import { importOldPlan } from "../../../operations/import-old-plan.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { recogniseOldPlan } from "../../../operations/recognise-old-plan.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { readSubject } from "../../../web/pages/plans/subject-options.ts";
import {
	type OldPlanForm,
	OldPlanLinesPage,
	type ShownLine,
} from "../../../web/pages/plans/word/old-plan-lines-page.tsx";
import { OldPlanUploadPage } from "../../../web/pages/plans/word/old-plan-upload-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { readValues } from "./read-values.ts";

/** A plan that was written in Word without the program: read, confirmed line by line, and started. */
export function oldPlanRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/from-word", async (context) => {
		const places = await perform(listPlacesFor, visitOf(context).person, { permission: "plan.write" });
		return answerPage(context, OldPlanUploadPage({ frame: context.get("frame"), places, editions: listEditions() }));
	});

	routes.post("/from-word", async (context) => {
		const { person } = visitOf(context);
		const form = await readForm(context);
		const places = await perform(listPlacesFor, person, { permission: "plan.write" });
		const [jurisdictionId, editionId] = [form.text("jurisdictionId"), form.text("editionId")];
		const edition = findEdition(editionId);
		const file = chosenFile(form);
		try {
			if (!file || !edition || jurisdictionId === "")
				throw new InvalidInput(missingIn({ jurisdictionId, edition, file }));
			const bytes = new Uint8Array(await file.arrayBuffer());
			const input = { jurisdictionId, editionId, fileName: file.name || "plan.docx", bytes };
			const { plan, ...about } = await perform(recogniseOldPlan, person, input);
			if (plan.lines.length === 0) {
				throw new InvalidInput([{ field: "file", message: "There is no text in this file. Nothing was taken." }]);
			}
			const page = OldPlanLinesPage({
				frame: context.get("frame"),
				place: places.find(({ id }) => id === jurisdictionId)?.name ?? "",
				edition,
				form: {
					...{ jurisdictionId, editionId, ...about, title: plan.title },
					...{ startsOn: plan.startsOn ?? "", endsOn: plan.endsOn ?? "" },
					lines: plan.lines.map((line) => ({ ...line, taken: !(line.kind === "answer" && line.field === "") })),
				},
			});
			return answerPage(context, page);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "old-plan", values: form.values(), problems: error.problems };
			const page = OldPlanUploadPage({ frame: context.get("frame"), places, editions: listEditions(), typed });
			return answerPage(context, page, 422);
		}
	});

	routes.post("/from-word/plan", async (context) => {
		const { person } = visitOf(context);
		const sent = await readForm(context);
		const edition = findEdition(sent.text("editionId"));
		if (!edition) throw new InvalidInput([{ field: "editionId", message: "Choose the edition of the requirements." }]);
		const form = readOldPlanForm(sent, edition);
		try {
			const values = readValues(sent);
			const [startsOn, endsOn] = [values.date("startsOn"), values.date("endsOn")];
			if (sent.text("startsOn").trim() === "") {
				values.problems.push({ field: "startsOn", message: "Give the first day of the plan, for example 7/1/2026." });
			}
			if (values.problems.length > 0) throw new InvalidInput(values.problems);
			const { id, lines } = await perform(importOldPlan, person, {
				...{ jurisdictionId: form.jurisdictionId, editionId: edition.id, title: form.title },
				...{ fileName: form.fileName, sha256: form.sha256, startsOn: startsOn as PlainDate },
				...(endsOn ? { endsOn } : {}),
				lines: confirmedLines(form.lines),
			});
			return answerDone(context, planPath(id), `The plan is started from ${lines} lines of the file.`);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const places = await perform(listPlacesFor, person, { permission: "plan.write" });
			const page = OldPlanLinesPage({
				frame: context.get("frame"),
				place: places.find(({ id }) => id === form.jurisdictionId)?.name ?? "",
				...{ edition, form, problems: error.problems },
			});
			return answerPage(context, page, 422);
		}
	});
	return routes;
}

function chosenFile(form: SentForm): File | undefined {
	const file = form.file("file");
	return file && (file.name !== "" || file.size > 0) ? file : undefined;
}

function missingIn(input: {
	readonly jurisdictionId: string;
	readonly edition: Edition | undefined;
	readonly file: File | undefined;
}): FormProblem[] {
	return [
		...(input.jurisdictionId === "" ? [{ field: "jurisdictionId", message: "Choose whose plan it is." }] : []),
		...(input.edition ? [] : [{ field: "editionId", message: "Choose the edition of the requirements." }]),
		...(input.file ? [] : [{ field: "file", message: "Choose a file first." }]),
	];
}

/** The ticked lines, without those that stand below one that is not ticked. */
function confirmedLines(lines: readonly ShownLine[]): OldPlanLine[] {
	const byKey = new Map(lines.map((line) => [line.key, line]));
	const isTaken = ({ taken, parent }: ShownLine, depth = 0): boolean => {
		if (!taken || depth > 4) return false;
		const above = parent === null ? undefined : byKey.get(parent);
		return above ? isTaken(above, depth + 1) : parent === null;
	};
	return lines
		.filter((line) => isTaken(line))
		.map(({ taken: _taken, confidence: _confidence, why: _why, ...line }) => line as OldPlanLine);
}

/** The form as it was sent, with every line as it was mended. */
function readOldPlanForm(form: SentForm, edition: Edition): OldPlanForm {
	const keys = form
		.text("keys")
		.split(" ")
		.filter((key) => /^\d{1,4}$/u.test(key));
	return {
		jurisdictionId: form.text("jurisdictionId"),
		editionId: form.text("editionId"),
		fileName: form.text("fileName"),
		sha256: form.text("sha256"),
		title: form.text("title"),
		startsOn: form.text("startsOn"),
		endsOn: form.text("endsOn"),
		lines: keys.flatMap((key) => readLine(form, Number(key), edition)),
	};
}

function readLine(form: SentForm, key: number, edition: Edition): ShownLine[] {
	const at = (field: string) => form.text(`line.${key}.${field}`);
	const [field = "", component = ""] = at("place").split("|");
	const subject = readSubject(at("subject"), edition);
	const isAnswer = at("kind") === "answer";
	const parent = isAnswer ? component : at("parent");
	const read = RecognisedLine.safeParse({
		key,
		kind: at("kind"),
		parent: /^\d{1,4}$/u.test(parent) ? Number(parent) : null,
		text: at("kind") === "component" && subject && subject.label !== "" ? subject.label : at("text"),
		confidence: Confidence.safeParse(at("confidence")).data ?? "unsure",
		why: at("why").slice(0, 300),
		...(isAnswer && { field, heading: at("heading").slice(0, 300) }),
		subjectKind: subject?.subjectKind ?? "other",
		codes: subject?.codes ?? [],
		goalKind: at("goalKind"),
		rationale: at("rationale"),
		timeframe: at("timeframe"),
		assigned: at("assigned"),
	});
	return read.success ? [{ ...read.data, taken: at("take") === "yes" }] : [];
}
