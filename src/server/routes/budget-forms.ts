import { type Context, Hono } from "hono";
import type { CellKind, FormPart } from "../../domain/money/form-edition.ts";
import { showTypedValue } from "../../domain/money/typed-value.ts";
import { currentFormEdition, getFormEdition } from "../../frameworks/us-cfs101/form-editions.ts";
import { compareBudgetForm } from "../../operations/compare-budget-form.ts";
import { InvalidInput, NotFound, StaleSave, StaleVersion } from "../../operations/errors.ts";
import { getBudgetForm } from "../../operations/get-budget-form.ts";
import { getBudgetWorkbook } from "../../operations/get-budget-workbook.ts";
import { listBudgetForms } from "../../operations/list-budget-forms.ts";
import { listHistory } from "../../operations/list-history.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { removeBudgetForm } from "../../operations/remove-budget-form.ts";
import { saveBudgetCells, TypedCell } from "../../operations/save-budget-cells.ts";
import { saveFinancialBaseline } from "../../operations/save-financial-baseline.ts";
import { startBudgetForm } from "../../operations/start-budget-form.ts";
import { submitBudgetForm } from "../../operations/submit-budget-form.ts";
import { takeBudgetWorkbook } from "../../operations/take-budget-workbook.ts";
import type { FormProblem } from "../../web/forms/form-problem.ts";
import { BudgetComparisonPage } from "../../web/pages/budget/budget-comparison-page.tsx";
import { BudgetFormPage } from "../../web/pages/budget/budget-form-page.tsx";
import { BudgetHistoryPage } from "../../web/pages/budget/budget-history-page.tsx";
import { BudgetListPage } from "../../web/pages/budget/budget-list-page.tsx";
import { BudgetPartPage, lineKey } from "../../web/pages/budget/budget-part-page.tsx";
import { type BudgetFormProps, budgetPath, cellNames } from "../../web/pages/budget/budget-props.ts";
import { BudgetWorkbookPage, type ReadWorkbook } from "../../web/pages/budget/budget-workbook-page.tsx";
import { Arithmetic } from "../../web/pages/budget/check-tag.tsx";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import { ClashAlert, TheirText } from "../../web/pages/plans/clash.tsx";
import type { Clash, TypedForm } from "../../web/pages/plans/plan-context.ts";
import { renderFragment } from "../../web/shell/page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm, type SentForm } from "../middleware/read-form.ts";
import { shownFileName } from "./figures/shown-file-name.ts";
import { problemsOf } from "./form-problems.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const largestWorkbook = 10_000_000;

/** Forms CFS-101: their list, their parts, checks, files and comparison. */
export function budgetFormRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	async function viewOf(context: Context<AppEnvironment>): Promise<BudgetFormProps> {
		const formId = pathId(context, "formId");
		const { editionLabel: _label, ...view } = await perform(getBudgetForm, visitOf(context).person, { formId });
		return { ...view, edition: getFormEdition(view.form.edition) };
	}

	async function showList(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const { person } = visitOf(context);
		const states = (await perform(listJurisdictions, person, {})).filter(({ kind }) => kind === "state");
		const wanted = context.req.query("place") || form.values.jurisdictionId;
		const state = wanted ? states.find(({ id }) => id === wanted) : states[0];
		if (wanted && !state) throw new NotFound("There is no such State.");
		const list = state ? await perform(listBudgetForms, person, { jurisdictionId: state.id }) : undefined;
		const page = BudgetListPage({
			...{ frame: context.get("frame"), states, state, list, edition: currentFormEdition, form },
		});
		return answerPage(context, page, status);
	}

	routes.get("/", (context) => showList(context, freshForm));

	routes.post("/", async (context) => {
		const form = await readForm(context);
		try {
			const { id } = await perform(startBudgetForm, visitOf(context).person, {
				jurisdictionId: form.text("jurisdictionId"),
				submissionYear: form.text("submissionYear"),
			});
			return answerDone(context, budgetPath(id), "The form was started.");
		} catch (error) {
			return showList(context, form.state(problemsOf(error)), 422);
		}
	});

	routes.post("/baselines", async (context) => {
		const form = await readForm(context);
		const jurisdictionId = form.text("jurisdictionId");
		const baseline = form.text("baseline");
		try {
			await perform(saveFinancialBaseline, visitOf(context).person, {
				...{ jurisdictionId, baseline: baseline as "base-1992", version: form.text(`version:${baseline}`) || "0" },
				...{ amount: form.text("amount"), source: form.text("source") },
			});
		} catch (error) {
			return showList(context, form.state(problemsOf(error)), 422);
		}
		return answerDone(context, `/budget-forms?place=${jurisdictionId}#baselines`, "The baseline is kept.");
	});

	async function showForm(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		return answerPage(
			context,
			BudgetFormPage({ frame: context.get("frame"), view: await viewOf(context), form }),
			status,
		);
	}

	routes.get("/:formId", (context) => showForm(context, freshForm));

	routes.post("/:formId/submit", async (context) => {
		const form = await readForm(context);
		const formId = pathId(context, "formId");
		await perform(submitBudgetForm, visitOf(context).person, { formId, version: form.text("version") });
		return answerDone(context, budgetPath(formId), "The form was submitted. It stays as it is.");
	});

	routes.post("/:formId/remove", async (context) => {
		const form = await readForm(context);
		const input = { formId: pathId(context, "formId"), version: form.text("version"), reason: form.text("reason") };
		try {
			await perform(removeBudgetForm, visitOf(context).person, input);
		} catch (error) {
			return showForm(context, form.state(problemsOf(error)), 422);
		}
		return answerDone(context, "/budget-forms", "The form was removed. Its history is kept.");
	});

	routes.get("/:formId/comparison", async (context) => {
		const formId = pathId(context, "formId");
		const { with: before, ...found } = await perform(compareBudgetForm, visitOf(context).person, { formId });
		return answerPage(context, BudgetComparisonPage({ frame: context.get("frame"), before, ...found }));
	});

	routes.get("/:formId/history", async (context) => {
		const view = await viewOf(context);
		const before = Number(context.req.query("before")) || undefined;
		const { actions, nextBefore } = await perform(listHistory, visitOf(context).person, {
			root: view.form.id,
			...(before ? { before } : {}),
		});
		return answerPage(context, BudgetHistoryPage({ frame: context.get("frame"), view, entries: actions, nextBefore }));
	});

	routes.get("/:formId/form.xlsx", async (context) => {
		const formId = pathId(context, "formId");
		const { fileName, bytes } = await perform(getBudgetWorkbook, visitOf(context).person, { formId });
		return answerFile(context, fileName, workbookType, bytes);
	});

	for (const format of ["html", "docx", "pdf"] as const) {
		routes.get(`/:formId/form.${format}`, async (context) => {
			const formId = pathId(context, "formId");
			const paper = await services.renderBudgetForm(visitOf(context).person, { formId, format });
			return answerFile(context, paper.fileName, paper.mediaType, paper.bytes);
		});
	}

	async function showWorkbook(
		context: Context<AppEnvironment>,
		form: FormState,
		read?: { readonly result: ReadWorkbook; readonly fileName: string },
		status: 200 | 413 | 422 = 200,
	) {
		const view = await viewOf(context);
		const shown = read ? { read: read.result, fileName: read.fileName } : {};
		return answerPage(context, BudgetWorkbookPage({ frame: context.get("frame"), view, form, ...shown }), status);
	}

	routes.get("/:formId/workbook", (context) => showWorkbook(context, freshForm));

	routes.post("/:formId/workbook", async (context) => {
		const form = await readForm(context);
		const file = form.file("file");
		const refuse = (message: string, status: 413 | 422) =>
			showWorkbook(context, form.state([{ field: "file", message }]), undefined, status);
		if (!file || (file.name === "" && file.size === 0)) return refuse("Choose the workbook first.", 422);
		const fileName = shownFileName(file.name, "workbook");
		if (file.size > largestWorkbook)
			return refuse(`“${fileName}” is larger than 10 MB. Start from the form's own.`, 413);
		const result = await perform(takeBudgetWorkbook, visitOf(context).person, {
			...{ formId: pathId(context, "formId"), preview: true },
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		return showWorkbook(context, freshForm, { result, fileName }, result.result === "refused" ? 422 : 200);
	});

	routes.post("/:formId/workbook/take", async (context) => {
		const form = await readForm(context);
		const formId = pathId(context, "formId");
		const { changed } = await perform(saveBudgetCells, visitOf(context).person, {
			formId,
			cells: [...readCarried(form.text("cells"))],
		});
		return answerDone(
			context,
			budgetPath(formId),
			changed === 1 ? "1 cell was changed." : `${changed} cells were changed.`,
		);
	});

	async function showPart(context: Context<AppEnvironment>, typed?: TypedForm, status: 200 | 409 | 422 = 200) {
		const view = await viewOf(context);
		const part = partOf(view, context.req.param("part"));
		const saved = context.req.query("saved") === part.id;
		return answerPage(context, BudgetPartPage({ frame: context.get("frame"), view, part, typed, saved }), status);
	}

	routes.get("/:formId/parts/:part", (context) => showPart(context));

	routes.post("/:formId/parts/:part", async (context) => {
		const form = await readForm(context);
		const view = await viewOf(context);
		const part = partOf(view, context.req.param("part"));
		const wantsJson = context.req.header("accept")?.includes("application/json") ?? false;
		const cells = sentCells(view, part, form);
		const formId = view.form.id;
		const save = () => perform(saveBudgetCells, visitOf(context).person, { formId, cells: [...cells] });
		try {
			const saved = cells.length === 0 ? undefined : await retryOnce(save);
			if (!wantsJson) return context.redirect(`${budgetPath(formId)}/parts/${part.id}?saved=${part.id}`, 303);
			return context.json({
				versions: Object.fromEntries(
					Object.entries(saved?.versions ?? {}).map(([cell, version]) => [cellNames(cell).version, version]),
				),
				savedAt: saved?.savedAt ?? services.clock().toISOString(),
				...shownAnew(await viewOf(context), part),
				sessionEnds: visitOf(context).endsAt.toISOString(),
			});
		} catch (error) {
			const back = backToForm(error, form, view, part);
			if (!back) throw error;
			if (!wantsJson) return showPart(context, back.typed, back.status);
			const { clashes = [], problems } = back.typed;
			const path = `${budgetPath(formId)}/parts/${part.id}`;
			return context.json(
				{
					...{
						versions: back.typed.versions,
						savedAt: "",
						problems,
						sessionEnds: visitOf(context).endsAt.toISOString(),
					},
					alertHtml: clashes.length > 0 ? renderFragment(ClashAlert({ clashes, back: path })) : "",
					clashes: clashes.map((clash) => ({ field: clash.field, html: renderFragment(TheirText({ clash })) })),
				},
				back.status,
			);
		}
	});
	return routes;
}

function partOf({ edition }: BudgetFormProps, id: string | undefined): FormPart {
	const part = edition.parts.find((each) => each.id === id && each.id !== "base");
	if (!part) throw new NotFound("The form has no such part.");
	return part;
}

/** The cells that a form sends. One that is empty and was never filled stays unwritten. */
function sentCells(view: BudgetFormProps, part: FormPart, form: SentForm): readonly TypedCell[] {
	return view.cells
		.filter(({ cell, computed }) => cell.startsWith(`${part.id}.`) && !computed)
		.flatMap(({ cell }) => {
			const names = cellNames(cell);
			const version = Number(form.text(names.version)) || 0;
			const typed = form.text(names.text);
			return form.has(names.text) && (version > 0 || typed.trim() !== "") ? [{ cell, typed, version }] : [];
		});
}

/** What a page's script shows anew after a save: amounts as they are kept, totals, and the arithmetic of each line. */
function shownAnew(view: BudgetFormProps, part: FormPart) {
	const own = view.cells.filter(({ cell }) => cell.startsWith(`${part.id}.`));
	const findings = view.checks.flatMap((each) => each.findings);
	return {
		values: Object.fromEntries(
			own.map(({ cell, typed, computed }) => [computed ? cellNames(cell).total : cellNames(cell).text, typed]),
		),
		parts: Object.fromEntries(
			part.lines.map(({ id }) => {
				const about = findings.filter(({ cell }) => cell.startsWith(`${part.id}.${id}.`));
				return [lineKey(part, id), about.length > 0 ? renderFragment(Arithmetic({ findings: about })) : ""];
			}),
		),
	};
}

/** The form as it comes back with what is wrong or clashes; undefined for an error that is none of its cells. */
function backToForm(
	error: unknown,
	form: SentForm,
	view: BudgetFormProps,
	part: FormPart,
): { readonly typed: TypedForm; readonly status: 409 | 422 } | undefined {
	// Of every cell that was sent, also of empty ones: a change by others since must not go unseen.
	const versions = Object.fromEntries(
		view.cells
			.map(({ cell }) => cellNames(cell).version)
			.filter((name) => form.has(name))
			.map((name) => [name, Number(form.text(name)) || 0]),
	);
	const typed = (problems: readonly FormProblem[]) => ({ key: part.id, values: form.values(), problems, versions });
	if (error instanceof InvalidInput) return { typed: typed(error.problems), status: 422 };
	if (!(error instanceof StaleSave)) return undefined;
	const kinds = new Map(view.cells.map(({ cell, kind, version }) => [cell, { kind, version }]));
	const clashes = error.clashes.map(
		({ field, theirs, theirName, theirTime }): Clash => ({
			...{ field, theirName, theirTime },
			theirs: theirWords(kinds.get(field)?.kind, theirs),
		}),
	);
	// The next save is made from what stands now: theirs was shown.
	const seen = Object.fromEntries(
		clashes.map(({ field }) => [cellNames(field).version, kinds.get(field)?.version ?? 0]),
	);
	return { typed: { ...typed([]), clashes, versions: { ...versions, ...seen } }, status: 409 };
}

function theirWords(kind: CellKind | undefined, theirs: unknown): string {
	if (typeof theirs === "number") return showTypedValue(kind ?? "count", theirs);
	return typeof theirs === "string" ? theirs : "";
}

/** Two saves at the same moment: the second finds the first and is weighed against it. */
async function retryOnce<T>(save: () => Promise<T>): Promise<T> {
	try {
		return await save();
	} catch (error) {
		if (error instanceof StaleVersion) return save();
		throw error;
	}
}

/** The changes of a preview as its page carries them. */
function readCarried(text: string): readonly TypedCell[] {
	try {
		return TypedCell.array().max(1000).parse(JSON.parse(text));
	} catch {
		throw new InvalidInput([{ field: "", message: "The changes could not be read back. Read the workbook again." }]);
	}
}

function answerFile(context: Context<AppEnvironment>, fileName: string, mediaType: string, bytes: Uint8Array) {
	const shown = /\.(?:html|pdf)$/u.test(fileName) ? "inline" : "attachment";
	return context.body(Buffer.from(bytes), 200, {
		"Content-Type": mediaType,
		"Content-Disposition": `${shown}; filename="${fileName}"`,
		"Cache-Control": "no-store",
	});
}
