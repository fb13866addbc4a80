import { SignatoryRole } from "../../src/domain/approval/approval-facts.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import { DocumentAction } from "../../src/domain/workflow/document-workflow.ts";
import { getEdition } from "../../src/frameworks/editions.ts";
import type { AccessServer } from "./access-server.ts";
import type { AccessWorld, CountyFacts, Visitor } from "./access-world.ts";
import { formsOf, linksOf, type SentForm } from "./sent-forms.ts";

/** All that can be asked for of a county, and all that can be sent to it. */
export type CountySite = { readonly paths: readonly string[]; readonly forms: readonly SentForm[] };

/** Files: asked for one by one, as they take long to make. */
export const isFile = (path: string) => /[./=](pdf|docx)\b/.test(path);

/** Pages and files that tell nothing of a county, and the way in and out. */
const aboutNobody =
	/^\/(health|help|account|sign-|forgot-|session|reset-|assets)|^\/figures\/(template|problems)|^\/federal-results\/template|^\/indicators\/population\/template/;

/** Those who see, together, every page and every form of their county. */
const explorers: readonly Role[] = ["county-planner", "child-welfare-director", "administrator"];

/** The site of a county: every route that reads with the county's ids in it, and all that its own people find by links. */
export async function exploreCounty(
	server: AccessServer,
	world: AccessWorld,
	county: CountyFacts,
): Promise<CountySite> {
	const paths = new Set(filledRoutes(server, world, county));
	const forms = new Map<string, SentForm>();
	const own = world.visitors.filter((each) => each.placeId === county.id && explorers.includes(each.role));
	for (const visitor of own) await explore(server, visitor, paths, forms, county);
	return { paths: [...paths], forms: [...forms.values()] };
}

/** Follows all links from the home page as this person, and notes the paths and the forms. */
async function explore(
	server: AccessServer,
	visitor: Visitor,
	paths: Set<string>,
	forms: Map<string, SentForm>,
	county: CountyFacts,
): Promise<void> {
	const waiting = ["/"];
	const seen = new Set(waiting);
	const isNew = (link: string) => !aboutNobody.test(link) && !seen.has(kindOf(link, county));
	const formTags = new Set<string>();
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		paths.add(path);
		if (isFile(path) || path.startsWith("/api/")) continue;
		const { status, text } = await server.get(visitor, path);
		if (status !== 200) continue;
		for (const link of linksOf(text).filter(isNew)) {
			if (!isNew(link)) continue;
			seen.add(kindOf(link, county));
			waiting.push(link);
		}
		for (const form of newForms(text, formTags)) forms.set(kindOf(keyOf(form), county), form);
	}
}

/** Pages of one plan that differ only in what part or value they speak of are of one kind: one of them is enough. */
function kindOf(link: string, { documentId, submittedId, recalledId }: CountyFacts): string {
	return link
		.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => ([documentId, submittedId, recalledId].includes(id) ? id : ":id"))
		.replaceAll(/=[^&]*/g, "=");
}

/** The forms of a page, when there is one among them that no page before had: taking a page apart is slow. */
function newForms(html: string, known: Set<string>): readonly SentForm[] {
	const tags = [...html.matchAll(/<form [^>]*method="post"[^>]*>/g)].map((match) => match[0]);
	if (tags.every((tag) => known.has(tag))) return [];
	for (const tag of tags) known.add(tag);
	return formsOf(html).filter(({ action }) => !aboutNobody.test(action));
}

const keyOf = ({ action, fields }: SentForm) => `${action} ${fields.map(([name]) => name).join(" ")}`;

/** Every route of the application that reads, with each way to put the county's ids into it. */
export function filledRoutes({ app }: AccessServer, world: AccessWorld, county: CountyFacts): readonly string[] {
	return app.routes
		.filter(({ method, path }) => method === "GET" && !path.includes("*") && !aboutNobody.test(path))
		.flatMap(({ path }) => fill(path, world, county));
}

/** A route's path with its parameters filled in. Throws for a parameter that nobody has taught it. */
function fill(route: string, world: AccessWorld, county: CountyFacts): readonly string[] {
	const parameter = /:(\w+)(\{[^}]*\})?/.exec(route);
	if (!parameter) return [route];
	const before = route.slice(0, parameter.index);
	const after = route.slice(parameter.index + parameter[0].length);
	const listed = namesListed(parameter[2] ?? "");
	const values = listed.length > 0 ? listed : valuesOf(parameter[1] ?? "", before, world, county);
	return values.flatMap((value) => fill(`${before}${encodeURIComponent(value)}${after}`, world, county));
}

/** The file names that a route takes, from its pattern: `{plan\\.(html|pdf)}`. */
function namesListed(pattern: string): readonly string[] {
	const [, name, endings = ""] = /^\{(\w+)\\\.\(([\w|]+)\)\}$/.exec(pattern) ?? [];
	return name ? endings.split("|").map((ending) => `${name}.${ending}`) : [];
}

function valuesOf(name: string, before: string, world: AccessWorld, county: CountyFacts): readonly string[] {
	const parts = { milestone: county.milestoneId, strategy: county.strategyId, goal: county.goalId };
	switch (name) {
		case "documentId":
			return [county.documentId, county.submittedId, county.recalledId];
		case "jurisdictionId":
			return [county.id];
		case "vintage":
			return ["ccfsr-2004"];
		case "code":
			return ["3F"];
		case "indicator":
			return ["P1"];
		case "cohort":
			return ["entry", "exit"];
		case "window":
			return ["23A23B"];
		case "findingId":
		case "loadId":
		case "focusAreaId":
		case "goalId":
		case "objectiveId":
		case "strategyId":
		case "milestoneId":
			return [county[name]];
		case "list":
			return ["meetings", "voices", "law-changes", "assistance", "other-plans"];
		case "serviceId":
			return [county.serviceId];
		case "field":
			return ["cover.responsibleAgency"];
		case "federalFiscalYear":
			return ["2027"];
		case "entryId":
			return [county.entryId];
		case "itemId":
			return [county.documentId];
		case "analysisId":
			return [county.analysisId];
		case "memberId":
			return [county.teamMemberId];
		case "personId":
			return peopleOf(world, county);
		case "subject":
		case "root":
		case "fact":
			return [county.documentId, county.submittedId, county.recalledId, county.findingId, county.milestoneId];
		case "importId":
			return [county.wordFileId];
		case "proposalId":
			return [county.wordProposalId];
		case "attachmentId":
			return [county.attachmentId];
		case "role":
			return SignatoryRole.options;
		case "grantId":
		case "waiverId":
		case "publicationId":
		case "commentId":
			return [county.documentId];
		case "file":
			return ["no-such-link.ics"];
		case "partId":
			return [county.goalId];
		case "formId":
			return [world.stateFormId];
		case "part":
			return ["head", "one", "two", "three", "match", "work"];
		case "feedId":
		case "reportId":
			return [county.documentId];
		case "token":
			return ["no-such-link"];
		case "permission":
			return ["plan.write"];
		case "action":
			return DocumentAction.options;
		case "section":
			return getEdition("ca-ccfsr-2004").sections.map(({ id }) => id);
		case "area":
			return ["qa"];
		case "format":
			return ["html", "docx", "pdf"];
		case "editionId":
			return ["ca-ccfsr-2004"];
		case "number":
			return ["1"];
		case "kind":
			return Object.keys(parts);
		case "id":
			if (before.includes("/people/")) return peopleOf(world, county);
			if (before.includes("/findings/")) return [county.findingId];
			return Object.entries(parts).flatMap(([kind, id]) => (before.endsWith(`/${kind}/`) ? [id] : []));
		default:
			throw new Error(`Teach county-paths.ts what stands for ":${name}" after ${before}.`);
	}
}

function peopleOf(world: AccessWorld, county: CountyFacts): readonly string[] {
	return world.visitors.filter((each) => each.placeId === county.id).map((each) => each.actor.personId);
}
