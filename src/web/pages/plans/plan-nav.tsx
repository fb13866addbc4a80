import { sectionAddress } from "../../../domain/drafting/section-address.ts";
import { assignmentsPath, assignmentWords, commentsPath, findAssignment } from "./drafting/drafting-words.ts";
import { listsOf } from "./lists/plan-lists.ts";
import type { PlanContext } from "./plan-context.ts";
import {
	approvalPath,
	attachmentsPath,
	componentPath,
	listPath,
	planPath,
	servicePath,
	wordPath,
} from "./plan-paths.ts";
import { componentName, subjectName } from "./plan-words.ts";
import { componentState, type SectionState, sectionState, sectionStateWords } from "./section-states.ts";

type NavItem = {
	readonly label: string;
	readonly href: string;
	readonly state?: SectionState | undefined;
	/** Who writes it, until when. */
	readonly owner?: string | undefined;
	readonly below?: readonly NavItem[];
};

/** The pages of a plan with the state of each section in words. Folded away on a phone, at the side elsewhere. */
export function PlanNav({ plan }: { readonly plan: PlanContext }) {
	const items = navItems(plan);
	return (
		<>
			<details className="plan-nav-folded tablet:display-none margin-bottom-3">
				<summary className="text-bold padding-y-1">Pages of this plan</summary>
				<NavList items={items} path={plan.frame.path} />
			</details>
			<div className="display-none tablet:display-block">
				<NavList items={items} path={plan.frame.path} />
			</div>
		</>
	);
}

function NavList({ items, path }: { readonly items: readonly NavItem[]; readonly path: string }) {
	return (
		<nav aria-label="Pages of this plan">
			<ul className="usa-sidenav">
				{items.map((item) => (
					<NavEntry key={item.href} item={item} path={path} />
				))}
			</ul>
		</nav>
	);
}

function NavEntry({ item, path }: { readonly item: NavItem; readonly path: string }) {
	const current = path === item.href;
	return (
		<li className="usa-sidenav__item">
			<a href={item.href} className={current ? "usa-current" : undefined} aria-current={current ? "page" : undefined}>
				{item.label}
				{item.state ? <SectionStateWords state={item.state} /> : null}
				{item.owner ? <OwnerWords owner={item.owner} /> : null}
			</a>
			{item.below && item.below.length > 0 ? (
				<ul className="usa-sidenav__sublist">
					{item.below.map((each) => (
						<NavEntry key={each.href} item={each} path={path} />
					))}
				</ul>
			) : null}
		</li>
	);
}

/** The state of a section under its name, set off from it by a comma for those who listen. */
function SectionStateWords({ state }: { readonly state: SectionState }) {
	return (
		<>
			<span className="usa-sr-only">, </span>
			<span className={`section-state section-state--${state}`}>{sectionStateWords[state]}</span>
		</>
	);
}

function OwnerWords({ owner }: { readonly owner: string }) {
	return (
		<>
			<span className="usa-sr-only">, </span>
			<span className="section-owner">{owner}</span>
		</>
	);
}

const aboutTeam = ["meeting", "partner-input"];
const aboutNarrative = ["planning-body", "data-collection", "peer-review"];
const aboutPlan = ["cross-reference", "assistance-request", "law-change", "training-course"];

/** The lists of the plan that belong beside one of its parts. */
function listItems(plan: PlanContext, kinds: readonly string[]): readonly NavItem[] {
	return listsOf(plan.edition)
		.filter(({ kind }) => kinds.includes(kind))
		.map(({ slug, title }) => ({ label: title, href: listPath(plan.graph.document.id, slug) }));
}

function navItems(plan: PlanContext): readonly NavItem[] {
	const { graph, edition } = plan;
	const id = graph.document.id;
	const firstNarrative = edition.sections.find(({ kind }) => kind === "narrative");
	return [
		{ label: "Overview", href: planPath(id) },
		...pipItems(plan),
		...edition.sections.flatMap((section): NavItem[] => {
			const state = sectionState(section, plan);
			const owner = ownerOf(plan, section.id);
			const href = planPath(id, sectionAddress(section));
			if (section.kind === "progress" || section.kind === "attachments") {
				return [{ label: section.title, href, state, owner }];
			}
			if (section.kind === "team") {
				return [{ label: section.title, href, state, owner, below: listItems(plan, aboutTeam) }];
			}
			const below =
				section.kind === "components"
					? graph.components.map((component) => ({
							label: `${componentName(component, edition)}: ${subjectName(component)}`,
							href: componentPath(id, component.focusArea.id),
							state: componentState(component, plan),
							owner: ownerOf(plan, section.id, component.focusArea.id),
						}))
					: section.kind === "narrative" && section === firstNarrative
						? listItems(plan, aboutNarrative)
						: [];
			return [{ label: section.title, href, state, owner, below }];
		}),
		...(edition.sections.some(({ kind }) => kind === "team" || kind === "progress")
			? []
			: [{ label: edition.words.team, href: planPath(id, "/team"), below: listItems(plan, aboutTeam) }]),
		...listItems(plan, aboutPlan),
		...federalItems(plan),
		...draftingItems(plan),
		{ label: "Timeline", href: planPath(id, "/timeline") },
		...(edition.sections.some(({ kind }) => kind === "attachments")
			? []
			: [{ label: "Attachments", href: attachmentsPath(id) }]),
		...(edition.approval ? [{ label: "Approval", href: approvalPath(id) }] : []),
		...findingItems(plan),
		...(edition.review
			? [
					{ label: "State review", href: planPath(id, "/review") },
					{ label: "Questions and recommendations", href: planPath(id, "/review/questions") },
					{ label: "Negotiation", href: planPath(id, "/review/negotiation") },
					{ label: "Contacts with the State", href: planPath(id, "/review/contacts") },
				]
			: []),
		{ label: "Preview and download", href: planPath(id, "/preview") },
		{ label: "Edit in Word", href: wordPath(id) },
		{ label: "Public posting and comments", href: planPath(id, "/public") },
		{ label: "History", href: planPath(id, "/history") },
		{ label: "Compare with an earlier moment", href: planPath(id, "/compare") },
	];
}

/** A Program Improvement Plan has its clock and work plan, its measurement plan and its progress reports beside the text. */
function pipItems({ graph: { document, improvement }, edition }: PlanContext): readonly NavItem[] {
	const started = improvement?.terms.some(({ documentId }) => documentId === document.id) ?? false;
	if (!edition.improvement || !started) return [];
	return [
		{ label: "Notice, clock and work plan", href: planPath(document.id, "/pip") },
		{ label: "Measurement plan", href: planPath(document.id, "/measurement") },
		{ label: "Progress reports", href: planPath(document.id, "/reports") },
	];
}

/** What goes with a document that follows an authority's outline: the list of services, the checklist, the search for names. */
function federalItems({ graph, edition }: PlanContext): readonly NavItem[] {
	const { id } = graph.document;
	const fields = edition.sections.flatMap((section) => section.fields);
	const prints = fields.some(({ live }) => live?.some(({ block }) => block === "services"));
	return [
		...(prints ? [{ label: "Services", href: servicePath(id) }] : []),
		...(fields.some(({ item }) => item !== undefined)
			? [
					{ label: "Checklist", href: planPath(id, "/checklist") },
					{ label: "Where it comes from", href: planPath(id, "/sources") },
				]
			: []),
		...(edition.checks.some(({ kind }) => kind === "names-screened")
			? [{ label: "Names of children and families", href: planPath(id, "/names") }]
			: []),
	];
}

/** What stands beside the text, for those who read the draft. */
function draftingItems({ drafting, graph }: PlanContext): readonly NavItem[] {
	if (!drafting) return [];
	const id = graph.document.id;
	const label = drafting.side === "county" ? "Comments and suggestions" : "Comments on the draft";
	const open = drafting.open.reduce((sum, { comments, suggestions }) => sum + comments + suggestions, 0);
	return [
		...(drafting.side === "county" ? [{ label: "Who writes what", href: assignmentsPath(id) }] : []),
		{
			label: open > 0 ? `${label} (${open} open)` : label,
			href: commentsPath(id),
		},
	];
}

function ownerOf(plan: PlanContext, section: string, focusAreaId: string | null = null): string | undefined {
	const found = findAssignment(plan, section, focusAreaId);
	return found && plan.drafting ? assignmentWords(found, plan.drafting.today) : undefined;
}

/** A self-assessment makes findings, the plan answers them, and a yearly paper leads to the plan. */
function findingItems({ graph, edition }: PlanContext): readonly NavItem[] {
	if (edition.document.kind === "county-self-assessment") return [];
	if (graph.origin) return [{ label: "The plan in force", href: planPath(graph.origin.id) }];
	return [{ label: "Findings to answer", href: planPath(graph.document.id, "/findings") }];
}
