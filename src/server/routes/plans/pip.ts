import { type Context, Hono } from "hono";
import type { ReactNode } from "react";
import { attachmentLimits } from "../../../documents/attachments/detect-file-type.ts";
import { EvidenceManner, evidenceAttachmentKind } from "../../../domain/pip/completion-evidence.ts";
import type { WholePartKind } from "../../../domain/pip/pip-facts.ts";
import { ClockEventKind, PipType, WorkTrack } from "../../../domain/pip/pip-rules.ts";
import { codesIn, type Renegotiation, RenegotiationAnswer } from "../../../domain/pip/renegotiation.ts";
import { answerRenegotiation } from "../../../operations/answer-renegotiation.ts";
import { askRenegotiation } from "../../../operations/ask-renegotiation.ts";
import { addCompletionEvidence, removeCompletionEvidence } from "../../../operations/completion-evidence.ts";
import { correctClockEvent } from "../../../operations/correct-clock-event.ts";
import { correctMeasurementResult } from "../../../operations/correct-measurement-result.ts";
import { InvalidInput, Refused, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { estimateWithholding } from "../../../operations/estimate-withholding.ts";
import { getPip } from "../../../operations/get-pip.ts";
import { listYearlyPapers } from "../../../operations/list-yearly-papers.ts";
import { nameGoalAreas } from "../../../operations/name-goal-areas.ts";
import { getPipRules } from "../../../operations/open-pip.ts";
import { recordClockEvent } from "../../../operations/record-clock-event.ts";
import { recordMeasurementResult } from "../../../operations/record-measurement-result.ts";
import { recordMonthlyRatio } from "../../../operations/record-monthly-ratio.ts";
import { removeClockEvent } from "../../../operations/remove-clock-event.ts";
import { removeMeasurementResult } from "../../../operations/remove-measurement-result.ts";
import { removeMonthlyRatio } from "../../../operations/remove-monthly-ratio.ts";
import { saveDetermination } from "../../../operations/save-determination.ts";
import { saveMeasurementItem } from "../../../operations/save-measurement-item.ts";
import { saveWorkStep } from "../../../operations/save-work-step.ts";
import { switchPipType } from "../../../operations/switch-pip-type.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { MeasurementPage } from "../../../web/pages/pip/measurement-page.tsx";
import { PipPage } from "../../../web/pages/pip/pip-page.tsx";
import type { PipProps } from "../../../web/pages/pip/pip-props.ts";
import { ReportsPage } from "../../../web/pages/pip/reports-page.tsx";
import type { TypedForm } from "../../../web/pages/plans/plan-context.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { acceptedFiles } from "./attachments.ts";
import { measurementInput, resultInput } from "./measurement-values.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues, type ValueReader } from "./read-values.ts";

type Page = "pip" | "measurement" | "reports";
/** Does what a form asks for, and answers the page to go back to and what to say there. */
type Work = (asked: {
	readonly person: SignedInPerson;
	readonly documentId: string;
	readonly form: SentForm;
	readonly read: ValueReader;
	readonly context: Context<AppEnvironment>;
}) => Promise<unknown>;

/** The pages of a Program Improvement Plan beside those of every plan: notice, clock and work plan, measurement, reports. */
export function planPipRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, clock } = services;
	const routes = new Hono<AppEnvironment>();
	const today = () => clock().toISOString().slice(0, 10);

	async function open(context: Context<AppEnvironment>, typed?: TypedForm): Promise<PipProps> {
		const { documentId, plan } = await openPlanPage(context, services, typed);
		const pip = await perform(getPip, visitOf(context).person, { documentId });
		return { ...pip, plan, rules: getPipRules(pip.document).rules };
	}

	const show: Readonly<Record<Page, (pip: PipProps, person: SignedInPerson) => ReactNode | Promise<ReactNode>>> = {
		pip: (pip) => PipPage({ ...pip, today: today(), withholding: null }),
		measurement: (pip) => MeasurementPage(pip),
		reports: async (pip, person) => {
			const { id, jurisdictionId } = pip.plan.graph.document;
			const lists = await perform(listYearlyPapers, person, { jurisdictionId });
			const papers = lists.find(({ plan }) => plan.id === id)?.papers ?? [];
			const files = { limits: attachmentLimits, accept: acceptedFiles };
			return ReportsPage({ ...pip, papers, mayStart: pip.mayWrite, today: today(), files });
		},
	};
	const answer = async (context: Context<AppEnvironment>, page: Page, typed?: TypedForm) =>
		answerPage(context, await show[page](await open(context, typed), visitOf(context).person), typed ? 422 : 200);

	/** What would be withheld, where amounts stand in the address. */
	routes.get("/:documentId/pip", async (context) => {
		const query = context.req.query();
		if (query.titleIvB === undefined) return answer(context, "pip");
		const values = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
		const typed = { key: "withholding", values, problems: [] as readonly FormProblem[] };
		const at = (tier: string) =>
			Object.keys(query)
				.filter((name) => name.startsWith("tier-") && query[name] === tier)
				.map((name) => name.slice("tier-".length))
				.join(" ");
		try {
			const withholding = await perform(estimateWithholding, visitOf(context).person, {
				...{ documentId: pathId(context, "documentId"), titleIvB: query.titleIvB, claims: query.claims ?? "" },
				...{ first: at("1"), second: at("2"), third: at("3"), refused: query.refused === "yes" ? "yes" : "no" },
			});
			return answerPage(context, PipPage({ ...(await open(context, typed)), today: today(), withholding }));
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return answer(context, "pip", { ...typed, problems: error.problems });
		}
	});
	for (const page of ["measurement", "reports"] as const) {
		routes.get(`/:documentId/${page}`, (context) => answer(context, page));
	}

	function post(address: string, page: Page, notice: string, work: Work) {
		routes.post(`/:documentId/pip/${address}`, async (context) => {
			const documentId = pathId(context, "documentId");
			const form = await readForm(context);
			const read = readValues(form);
			const back = async (problems: readonly FormProblem[], versions?: Readonly<Record<string, number>>) => {
				const typed = { key: form.text("form"), values: form.values(), problems, ...(versions && { versions }) };
				return answer(context, page, typed);
			};
			try {
				await work({ person: visitOf(context).person, documentId, form, read, context });
			} catch (error) {
				if (error instanceof InvalidInput) return back(error.problems);
				if (error instanceof Refused) return back([{ field: "", message: error.message }]);
				if (error instanceof StaleSave || error instanceof StaleVersion) {
					return back([{ field: "", message: staleWords(error) }], { version: error.currentVersion });
				}
				throw error;
			}
			return answerDone(context, planPath(documentId, `/${page}`), notice);
		});
	}

	post("clock", "pip", "It was recorded.", async ({ person, documentId, form, read }) => {
		const input = {
			eventKind: read.choice("eventKind", ClockEventKind.options),
			...{ on: needed(read, "on"), months: read.number("months"), reason: form.text("reason") },
		};
		stopAt(read);
		return perform(recordClockEvent, person, { documentId, ...input });
	});

	post("clock/:eventId", "pip", "It was put right.", async ({ person, documentId, form, read, context }) => {
		const input = { on: needed(read, "on"), months: read.number("months"), reason: form.text("reason") };
		stopAt(read);
		return perform(correctClockEvent, person, {
			...{ documentId, eventId: pathId(context, "eventId"), version: form.text("version"), ...input },
			correction: form.text("correction"),
		});
	});

	post("clock/:eventId/remove", "pip", "It was taken out.", ({ person, documentId, form, context }) =>
		perform(removeClockEvent, person, {
			...{
				documentId,
				eventId: pathId(context, "eventId"),
				version: form.text("version"),
				reason: form.text("reason"),
			},
		}),
	);

	post("renegotiations", "pip", "It was recorded.", async ({ person, documentId, form, read }) => {
		const [kind = "", partId = "", field = ""] = form.text("part").split(" ");
		const isDay = ["dueOn", "by", "endsOn"].includes(field);
		const input = { after: isDay ? needed(read, "after") : form.text("after"), askedOn: needed(read, "askedOn") };
		stopAt(read);
		const part = { partKind: kind, partId, field } as Pick<Renegotiation, "partKind" | "partId" | "field">;
		return perform(askRenegotiation, person, { documentId, ...part, ...input, reason: form.text("reason") });
	});

	post("additions", "pip", "It was recorded.", async ({ person, documentId, form, read }) => {
		const [kind, underId] = form.text("part").split(" ");
		const input = {
			...{ partKind: kind as WholePartKind, underId: underId || null, field: "added" as const },
			...{ after: form.text("after"), rationale: form.text("rationale"), codes: [...codesIn(form.text("codes"))] },
			...{ dueOn: read.date("dueOn"), assignedTitle: form.text("assignedTitle"), askedOn: needed(read, "askedOn") },
		};
		stopAt(read);
		return perform(askRenegotiation, person, { documentId, ...input, reason: form.text("reason") });
	});

	post("renegotiations/:id/answer", "pip", "It was recorded.", async ({ person, documentId, form, read, context }) => {
		const input = {
			...{ answer: read.choice("answer", RenegotiationAnswer.options), answeredOn: needed(read, "answeredOn") },
			...{ answeredBy: form.text("answeredBy"), letter: form.text("letter"), version: form.text("version") },
		};
		stopAt(read);
		return perform(answerRenegotiation, person, { documentId, renegotiationId: pathId(context, "id"), ...input });
	});

	post("work-steps", "pip", "The work plan was changed.", async ({ person, documentId, form, read }) => {
		const input = {
			...{ track: read.choice("track", WorkTrack.options), label: form.text("label"), note: form.text("note") },
			...{ dueOn: read.date("dueOn"), doneOn: read.date("doneOn"), assignedTo: form.text("assignedTo") },
			...(form.has("stepId") ? { stepId: form.text("stepId"), version: form.text("version") } : {}),
		};
		stopAt(read);
		return perform(saveWorkStep, person, { documentId, ...input });
	});

	post("determination", "pip", "It was saved.", async ({ person, documentId, form, read }) => {
		const input = {
			...{ areas: [...form.texts("areas")], items: [...form.texts("items")], review: form.text("review") },
			...{ issuedOn: read.date("issuedOn"), note: form.text("note"), version: form.text("version") },
			...{ reportEveryMonths: form.text("reportEveryMonths"), reportFormat: form.text("reportFormat") },
			...{ nonOverlapMonths: read.number("nonOverlapMonths"), termsVersion: form.text("termsVersion") },
		};
		stopAt(read);
		return perform(saveDetermination, person, { documentId, ...input });
	});

	post("goals/:goalId/areas", "pip", "It was saved.", ({ person, documentId, form, context }) =>
		perform(nameGoalAreas, person, {
			...{
				documentId,
				goalId: pathId(context, "goalId"),
				codes: [...form.texts("codes")],
				version: form.text("version"),
			},
		}),
	);

	post("type", "pip", "The kind of plan was changed.", ({ person, documentId, form, read }) =>
		perform(switchPipType, person, {
			...{ documentId, pipType: read.choice("pipType", PipType.options) },
			...{ version: form.text("version"), reason: form.text("reason") },
		}),
	);

	post("measures", "measurement", "The measurement plan was changed.", async ({ person, documentId, form, read }) => {
		const { rules } = getPipRules((await perform(getPip, person, { documentId })).document);
		const input = measurementInput(form, read, rules);
		stopAt(read);
		return perform(saveMeasurementItem, person, { documentId, ...input });
	});

	post("measures/:itemId/results", "measurement", "The result was recorded.", async (asked) => {
		const { person, documentId, form, read, context } = asked;
		const input = resultInput(form, read);
		stopAt(read);
		return perform(recordMeasurementResult, person, { documentId, itemId: pathId(context, "itemId"), ...input });
	});

	post("results/:resultId", "measurement", "The result was put right.", async (asked) => {
		const { person, documentId, form, read, context } = asked;
		const input = { ...resultInput(form, read), correction: form.text("correction"), version: form.text("version") };
		stopAt(read);
		return perform(correctMeasurementResult, person, { documentId, resultId: pathId(context, "resultId"), ...input });
	});

	post(
		"results/:resultId/remove",
		"measurement",
		"The result was taken out.",
		({ person, documentId, form, context }) =>
			perform(removeMeasurementResult, person, {
				...{
					documentId,
					resultId: pathId(context, "resultId"),
					version: form.text("version"),
					reason: form.text("reason"),
				},
			}),
	);

	post("evidence", "reports", "The evidence was added.", async ({ person, documentId, form, read }) => {
		const [milestoneId, title, shownOn] = [form.text("milestoneId"), form.text("title"), read.date("shownOn")];
		const manner = read.choice("manner", EvidenceManner.options);
		stopAt(read);
		if (manner !== "file") {
			const address = form.text("address");
			return perform(addCompletionEvidence, person, { documentId, milestoneId, manner, title, address, shownOn });
		}
		const file = form.file("file");
		if (!file || file.size === 0) throw new InvalidInput([{ field: "file", message: "Choose a file first." }]);
		const about = { documentId, attachmentKind: evidenceAttachmentKind, title, milestoneId, shownOn };
		const bytes = new Uint8Array(await file.arrayBuffer());
		return services.attachments.add(person, about, { fileName: file.name || "file", bytes });
	});

	post("evidence/:evidenceId/remove", "reports", "It was taken out.", ({ person, documentId, form, context }) =>
		perform(removeCompletionEvidence, person, {
			...{ documentId, evidenceId: pathId(context, "evidenceId") },
			...{ version: form.text("version"), reason: form.text("reason") },
		}),
	);

	post("ratios", "measurement", "The month was recorded.", async ({ person, documentId, form, read }) => {
		const input = {
			...{ code: form.text("code"), month: readMonth(form.text("month")), source: form.text("source") },
			...{ numerator: read.number("numerator") ?? Number.NaN, denominator: read.number("denominator") ?? Number.NaN },
			...{ version: form.text("version") || "0", reason: form.text("correction") },
		};
		stopAt(read);
		return perform(recordMonthlyRatio, person, { documentId, ...input });
	});

	post("ratios/:ratioId/remove", "measurement", "The month was taken out.", ({ person, documentId, form, context }) =>
		perform(removeMonthlyRatio, person, {
			...{ documentId, ratioId: pathId(context, "ratioId") },
			...{ version: form.text("version"), reason: form.text("reason") },
		}),
	);
	return routes;
}

function stopAt({ problems }: ValueReader): void {
	if (problems.length > 0) throw new InvalidInput(problems);
}

/** A day that must be given. */
function needed(read: ValueReader, field: string) {
	const day = read.date(field);
	if (!day && !read.problems.some((each) => each.field === field)) {
		read.problems.push({ field, message: "Give the day, for example 6/30/2026." });
	}
	return day ?? "";
}

/** "6/2026" as the first day of that month; anything else as it was typed. */
function readMonth(typed: string): string {
	const match = /^\s*(\d{1,2})\s*\/\s*(\d{4})\s*$/.exec(typed);
	return match ? `${match[2]}-${match[1]?.padStart(2, "0")}-01` : typed.trim();
}

function staleWords(error: StaleSave | StaleVersion): string {
	if (error instanceof StaleVersion)
		return "Somebody has changed this meanwhile. Compare, and save again what is right.";
	return error.clashes
		.map(
			({ theirName, theirs }) =>
				`${theirName} has saved this meanwhile as "${String(theirs)}". Compare, and save again.`,
		)
		.join(" ");
}
