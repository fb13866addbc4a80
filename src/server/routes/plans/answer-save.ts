import type { Context } from "hono";
import type { ReactNode } from "react";
import type { FactKind } from "../../../domain/workflow/fact-kinds.ts";
import { InvalidInput, type SaveClash, StaleVersion } from "../../../operations/errors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { ClashAlert, TheirText } from "../../../web/pages/plans/clash.tsx";
import { factNames } from "../../../web/pages/plans/fact-names.ts";
import type { Clash, TypedForm } from "../../../web/pages/plans/plan-context.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { UnsavedPage } from "../../../web/pages/plans/unsaved-page.tsx";
import { valueWords } from "../../../web/pages/plans/value-words.ts";
import { renderFragment } from "../../../web/shell/page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { tellError } from "../../middleware/errors.ts";
import { pathId } from "../../middleware/path-id.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import { peopleNames } from "./people-names.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";

/** What became of a save: all of it, or some fields that clash or cannot be taken. */
export type SaveResult = {
	/** The versions that the next save must name, by the names of their hidden inputs. */
	readonly versions: Readonly<Record<string, number>>;
	readonly savedAt: string;
	readonly clashes?: readonly FoundClash[];
	readonly problems?: readonly FormProblem[];
	/** Values that the server has filled in or changed, by the names of their controls. */
	readonly values?: Readonly<Record<string, string>>;
};

/** A clash with the control that it belongs to on the page. */
export type FoundClash = { readonly control: string; readonly kind: FactKind; readonly clash: SaveClash };

export type SaveAnswer = {
	readonly form: SentForm;
	/** The form's key on its page. */
	readonly key: string;
	readonly save: () => Promise<SaveResult>;
	/** The page of the form, for when it comes back. */
	readonly page: (opened: OpenedPlan) => Promise<ReactNode> | ReactNode;
	/** Where the page stands after the save: path and anchor. */
	readonly done: (opened: OpenedPlan) => string;
	/** What the texts are called, for a save that is refused altogether. */
	readonly labels?: Readonly<Record<string, string>>;
};

/**
 * Saves a form of a plan and answers: as JSON to the page's script, which saves while one types, or with a page. Whatever
 * happens, what was typed comes back: beside its field when it is wrong or clashes, on a page of its own when the plan
 * cannot be changed at all.
 */
export async function answerSave(context: Context<AppEnvironment>, services: AppServices, options: SaveAnswer) {
	const wantsJson = context.req.header("accept")?.includes("application/json") ?? false;
	let result: SaveResult;
	try {
		result = await retryOnce(options.save);
	} catch (error) {
		if (error instanceof InvalidInput) {
			result = { versions: {}, savedAt: "", problems: error.problems.map(ofControl) };
		} else {
			const told = tellError(error);
			if (!told || wantsJson) throw error;
			const texts = Object.entries(options.form.values())
				.filter(([name]) => !isVersion(name))
				.map(([name, values]) => ({ name: options.labels?.[name] ?? name, text: values.join(", ") }));
			const back = planPath(pathId(context, "documentId"));
			const page = UnsavedPage({ frame: context.get("frame"), title: told.title, message: told.message, texts, back });
			return answerPage(context, page, told.status as 403 | 404 | 409);
		}
	}
	const { clashes = [], problems = [] } = result;
	if (clashes.length + problems.length === 0) {
		if (!wantsJson) {
			const opened = await openPlanPage(context, services);
			return context.redirect(withSaved(options.done(opened), options.key), 303);
		}
		return context.json({ ...savedJson(context, result) });
	}
	const status = clashes.length > 0 ? 409 : 422;
	const typed: TypedForm = {
		key: options.key,
		values: options.form.values(),
		problems,
		versions: { ...sentVersions(options.form), ...result.versions },
		clashes: await clashViews(context, services, clashes),
	};
	if (wantsJson) return context.json({ ...savedJson(context, result), problems, ...clashJson(typed, context) }, status);
	const opened = await openPlanPage(context, services, typed);
	return answerPage(context, await options.page(opened), status);
}

const isVersion = (name: string) => name.startsWith("version") || name.endsWith("Version");

/** The versions that the form was made from: it comes back with these, or a change by others would go unseen. */
function sentVersions(form: SentForm): Readonly<Record<string, number>> {
	const named = Object.entries(form.values()).filter(([name]) => isVersion(name));
	return Object.fromEntries(named.map(([name, [value]]) => [name, Number(value) || 0]));
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

/** Operations name a field by its path in their input; on the page its control has the last part's name. */
function ofControl({ field, message }: FormProblem): FormProblem {
	return { field: field.replace(/^patch\./u, ""), message };
}

function savedJson(context: Context<AppEnvironment>, { versions, savedAt, values = {} }: SaveResult) {
	return { versions, savedAt, values, sessionEnds: visitOf(context).endsAt.toISOString() };
}

function clashJson({ clashes = [] }: TypedForm, context: Context<AppEnvironment>) {
	if (clashes.length === 0) return { clashes: [] };
	const back = context.req.header("referer") ?? planPath(pathId(context, "documentId"));
	return {
		alertHtml: renderFragment(ClashAlert({ clashes, back })),
		clashes: clashes.map((clash) => ({ field: clash.field, html: renderFragment(TheirText({ clash })) })),
	};
}

/** Their values in words, one for each control. */
async function clashViews(
	context: Context<AppEnvironment>,
	services: AppServices,
	clashes: readonly FoundClash[],
): Promise<readonly Clash[]> {
	if (clashes.length === 0) return [];
	const { plan } = await openPlanPage(context, services);
	const personName = await peopleNames(services, visitOf(context).person);
	const words = { edition: plan.edition, nameOf: factNames(plan), personName };
	const byControl = new Map<string, Clash>();
	for (const { control, kind, clash } of clashes) {
		if (byControl.has(control)) continue;
		const { field, theirs, theirName, theirTime } = clash;
		byControl.set(control, {
			field: control,
			theirs:
				kind === "answer" && field === "none"
					? noneWords(theirs)
					: valueWords(kind, field.replace(/^(baseline|target)\./u, ""), theirs, words),
			theirName,
			theirTime,
		});
	}
	return [...byControl.values()];
}

/** The box for "none" as they left it. */
function noneWords(ticked: unknown): string {
	return ticked === true ? "There is none (the box is ticked)." : "(the box for none is not ticked)";
}

/** The address with the form that was saved in its query, before the anchor. */
function withSaved(address: string, key: string): string {
	const [path = "", anchor] = address.split("#");
	const saved = `${path}${path.includes("?") ? "&" : "?"}saved=${encodeURIComponent(key)}`;
	return anchor ? `${saved}#${anchor}` : saved;
}
