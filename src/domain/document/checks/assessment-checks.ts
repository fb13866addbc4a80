import { formatDate } from "../../calendar/plain-date.ts";
import type { EntryKind } from "../entry-kinds.ts";
import { findSelfAssessment } from "../self-assessment.ts";
import { indicatorsHeld, isAnalysed, ratingOf, subjectName } from "../subject-analysis.ts";
import type { CheckFunction, Place } from "./check-result.ts";
import { filledFields, sameName } from "./field-checks.ts";
import { componentPlace, componentsOf, documentPlace } from "./plan-parts.ts";

/** The self-assessment is complete before the plan is sent (SIP-2, SIP-101). */
export const selfAssessmentComplete: CheckFunction<"self-assessment-complete"> = ({ graph, context }) => {
	const named = findSelfAssessment(graph);
	const place = documentPlace(graph, "list.other-plans", "County Self-Assessment");
	if (!named) return [{ place, words: { why: "none is named" } }];
	if (named.completedOn === null) return [{ place, words: { why: `"${named.reference.label}" is not complete yet` } }];
	const sentOn = graph.document.submittedOn ?? context.today;
	if (named.completedOn <= sentOn) return [];
	const why = `"${named.reference.label}" was completed on ${formatDate(named.completedOn)}, after the plan was sent`;
	return [{ place, words: { why } }];
};

/** Each subject of a self-assessment has an analysis and a rating, and there is at least one (CSA-2). */
export const subjectsRated: CheckFunction<"subjects-rated"> = ({ graph }) => {
	const analyses = graph.entries["subject-analysis"];
	if (analyses.length === 0) {
		const place = documentPlace(graph, "list.assessment", "Outcome data measures and systemic factors");
		return [{ place, words: { thing: "The self-assessment", missing: "every outcome indicator and systemic factor" } }];
	}
	return analyses.flatMap((each) => {
		const missing = missingOf([
			["analysis", "the analysis", each.analysis],
			["judgement", "the rating", ratingOf(graph, each) ?? ""],
		]);
		const thing = subjectName(each);
		return missing.map(({ field, words }) => ({
			place: entryPlace("subject-analysis", each.id, field, thing),
			words: { thing, missing: words },
		}));
	});
};

/** Each indicator of which figures are held is in the self-assessment (CSA-3). The message names no figure. */
export const figuresAssessed: CheckFunction<"figures-assessed"> = ({ graph, edition, context }) =>
	indicatorsHeld(graph, edition.indicatorVintages)
		.filter(({ code, vintage }) => !isAnalysed(graph, vintage, code))
		.flatMap(({ code, vintage }) => {
			const indicator = `${code} ${context.findIndicator(vintage, code)?.label ?? ""}`.trim();
			const place = { ...documentPlace(graph, "list.assessment", indicator), subject: code };
			return [{ place, words: { indicator } }];
		});

/** Each planning body did something for the plan or will (SIP-23). */
export const bodyRoles: CheckFunction<"body-roles"> = ({ graph }) =>
	graph.entries["planning-body"]
		.filter((body) => body.roles.length === 0)
		.map((body) => ({ place: entryPlace("planning-body", body.id, "roles", body.name), words: { thing: body.name } }));

const tagWords = {
	agency: "stakeholders and agencies",
	consumer: "people who have received services",
	advocate: "advocates",
};

/** Together the planning bodies bring in agencies, users of services and advocates (SIP-24). */
export const bodyTags: CheckFunction<"body-tags"> = ({ graph }) => {
	const bodies = graph.entries["planning-body"];
	if (bodies.length === 0) return [];
	const missing = (["agency", "consumer", "advocate"] as const).filter(
		(tag) => !bodies.some((body) => body.tags.includes(tag)),
	);
	if (missing.length === 0) return [];
	const place = documentPlace(graph, "list.planning-bodies", "Local planning bodies");
	return [{ place, words: { missing: missing.map((tag) => tagWords[tag]).join(", ") } }];
};

/** Technique, audience, number of responses, results and use of each piece of qualitative evidence (SIP-28). */
export const collectionComplete: CheckFunction<"collection-complete"> = ({ graph }) =>
	graph.entries["data-collection"].flatMap((each) => {
		const missing = missingOf([
			["technique", "how it was done", each.technique],
			["audience", "with whom", each.audience],
			["responses", "how many answered", each.responses === null ? "" : String(each.responses)],
			["result", "what came out", each.result],
			["howUsed", "how the plan uses it", each.howUsed],
		]);
		return missing.map(({ field, words }) => ({
			place: entryPlace("data-collection", each.id, field, each.technique),
			words: { thing: each.technique, missing: words },
		}));
	});

/** The areas, the findings and the use of each peer review (SIP-29). */
export const peerReviewComplete: CheckFunction<"peer-review-complete"> = ({ graph }) =>
	graph.entries["peer-review"].flatMap((each) => {
		const missing = missingOf([
			["areas", "the areas looked at", each.areas],
			["findingIds", "the findings", each.findingIds.length > 0 ? "some" : ""],
			["howUsed", "how the plan uses them", each.howUsed],
		]);
		return missing.map(({ field, words }) => ({
			place: entryPlace("peer-review", each.id, field, "Peer Quality Case Review"),
			words: { missing: words },
		}));
	});

/** Ties to other plans stand with a component's partners or with a strategy (SIP-32). */
export const referencePlaced: CheckFunction<"reference-placed"> = ({ graph }) =>
	graph.entries["cross-reference"]
		.filter((each) => each.planKind !== "self-assessment" && each.focusAreaId === null && each.strategyId === null)
		.map((each) => ({
			place: entryPlace("cross-reference", each.id, "focusAreaId", each.label),
			words: { thing: each.label },
		}));

/** The further factors that a component names were looked into for its indicator in the self-assessment (SIP-71). */
export const factorsExplored: CheckFunction<"factors-explored"> = (input) => {
	const { check, graph, edition } = input;
	if (findSelfAssessment(graph)?.document === undefined) return [];
	return componentsOf(graph, edition).flatMap((part) => {
		const { focusArea } = part.component;
		const analyses = graph.linked.analyses.filter((each) => focusArea.codes.includes(each.code));
		const text = (part.component.answers.get(check.field)?.value ?? "").toLowerCase();
		if (text === "" || focusArea.subjectKind === "systemic-factor") return [];
		const explored = analyses.flatMap((each) => each.factors);
		return edition.systemicFactors
			.filter((factor) => factor.terms.some((term) => text.includes(term)) && !explored.includes(factor.id))
			.map((factor) => ({
				place: componentPlace(part, check.field, factor.label),
				words: { thing: part.name, factor: factor.label },
			}));
	});
};

/** Requests for help that nobody has sent yet (SIP-76). */
export const assistanceAsked: CheckFunction<"assistance-asked"> = ({ graph }) =>
	graph.entries["assistance-request"]
		.filter((each) => each.status === "planned")
		.map((each) => ({
			place: entryPlace("assistance-request", each.id, "status", shorten(each.need)),
			words: { thing: shorten(each.need) },
		}));

/** Where there are training needs, the Regional Training Academy has been told of them (SIP-77). */
export const academyInformed: CheckFunction<"academy-informed"> = (input) => {
	const told = new Map(filledFields(input, input.check.field).map((each) => [each.place.id, each]));
	return filledFields(input, input.check.needs).flatMap((needs) => {
		const informed = told.get(needs.place.id);
		if (informed?.text !== "" || (needs.text === "" && !needs.listed)) return [];
		return [{ place: informed.place, words: { thing: needs.thing } }];
	});
};

/** The director of the agency chose the members and called them together (SIP-78). */
export const chosenByDirector: CheckFunction<"chosen-by-director"> = (input) => {
	const [chooser] = filledFields(input, input.check.field);
	const [director] = filledFields(input, input.check.director);
	if (!chooser || !director) return [];
	if (chooser.text === "") return [{ place: chooser.place, words: { why: "does not say who chose the members" } }];
	if (director.text === "" || sameName(chooser.text) === sameName(director.text)) return [];
	return [{ place: chooser.place, words: { why: `was chosen by ${chooser.text}, who is not named as director` } }];
};

/** The members come mainly from the team of the self-assessment (SIP-79). Known only where that team is kept here. */
export const teamOverlap: CheckFunction<"team-overlap"> = ({ check, graph, edition }) => {
	const { document } = findSelfAssessment(graph) ?? {};
	const members = graph.team.filter(({ member }) => member.participation === "member");
	if (!document || members.length === 0) return [];
	const before = new Set(
		graph.linked.teamMembers.filter((each) => each.documentId === document.id).map((each) => each.partyId),
	);
	if (before.size === 0) return [];
	const shared = members.filter(({ member }) => before.has(member.partyId)).length;
	if (shared / members.length >= check.share) return [];
	return [
		{
			place: documentPlace(graph, "team", edition.words.team),
			words: { shared: String(shared), count: String(members.length) },
		},
	];
};

function entryPlace(kind: EntryKind, id: string, field: string, label: string): Place {
	return { kind, id, field, label: shorten(label) };
}

function missingOf(fields: readonly (readonly [field: string, words: string, text: string])[]) {
	return fields.filter(([, , text]) => text.trim() === "").map(([field, words]) => ({ field, words }));
}

function shorten(text: string): string {
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
