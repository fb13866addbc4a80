import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { RequirementStanding } from "../../../domain/planning/check-requirements.ts";
import type { PlanningPlace } from "../../../domain/planning/planning-rules.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { dueInWords } from "../parts/due-words.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import { type PlanningProps, planningPages } from "./planning-props.ts";

const tones: Readonly<Record<RequirementStanding["standing"], { readonly tone: Tone; readonly words: string }>> = {
	late: { tone: "bad", words: "Late" },
	open: { tone: "waiting", words: "Open" },
	done: { tone: "good", words: "Done" },
	apart: { tone: "quiet", words: "Kept elsewhere" },
};

/** Where a requirement is met. */
const places: Readonly<Record<PlanningPlace, { readonly label: string; readonly href: string }>> = {
	register: { label: "Register of statewide plans", href: "/planning-year/register" },
	roles: { label: "Roles", href: "/planning-year/roles" },
	teams: { label: "Teams", href: "/planning-year/teams" },
	meetings: { label: "Meetings", href: "/planning-year/meetings" },
	records: { label: "Records", href: "/planning-year/records" },
	regions: { label: "Regions", href: planningPages.regions },
	panels: { label: "Citizen review panels", href: planningPages.panels },
	profile: { label: "Demographic profile", href: planningPages.profile },
	january: { label: "January meeting", href: planningPages.january },
	cases: { label: "Workload and cases", href: planningPages.cases },
	distribution: { label: "Papers given out", href: "/planning-year/distribution" },
	"due-dates": { label: "Due dates met", href: "/planning-year/due-dates-met" },
	plans: { label: "Plans", href: "/plans" },
};

/** What the State's planning rules ask, and how each stands: late first, then open, then done. */
export function PlanningBoardPage({ planning, form }: { readonly planning: PlanningProps; readonly form: FormState }) {
	const { year } = planning;
	const { rules, standings } = year;
	return (
		<PlanningLayout planning={planning} title="Planning year" problems={form.problems}>
			{rules === null ? (
				<p className="usa-intro">The State follows no planning rules here yet.</p>
			) : (
				<>
					<p className="measure-5">
						{rules.title} ({rules.source}). Meetings and plans are those of FFY{year.cycleStart} to FFY
						{year.cycleStart + 4}; what comes back every year is that of {year.year}.
					</p>
					<SpanForm planning={planning} />
					<p>
						{(["late", "open", "done"] as const).map((standing) => (
							<span key={standing} className="margin-right-2">
								<StatusTag tone={tones[standing].tone}>
									{tones[standing].words}: {standings.filter((each) => each.standing === standing).length}
								</StatusTag>
							</span>
						))}
					</p>
					{(["late", "open"] as const).map((standing) => (
						<Standings key={standing} planning={planning} standing={standing} />
					))}
					{(["done", "apart"] as const).map((standing) => (
						<Settled key={standing} planning={planning} standing={standing} />
					))}
				</>
			)}
			{year.mayWrite ? <RulesForm planning={planning} form={form} /> : null}
		</PlanningLayout>
	);
}

function SpanForm({ planning }: { readonly planning: PlanningProps }) {
	const { year, cycleStart, today } = planning.year;
	const now = Number(today.slice(0, 4));
	const years = [...new Set([now - 1, now, now + 1, year])].sort();
	const cycles = [...new Set([cycleStart - 5, cycleStart, cycleStart + 5])];
	return (
		<form method="get" action={planningPages.board} className="usa-form">
			<SelectField
				name="year"
				label="Planning year"
				options={years.map((each) => ({ value: String(each), label: String(each) }))}
				value={String(year)}
			/>
			<SelectField
				name="cycle"
				label="Five-year plan"
				options={cycles.map((each) => ({ value: String(each), label: `FFY${each} to FFY${each + 4}` }))}
				value={String(cycleStart)}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

const headings = { late: "Late", open: "Open", done: "Done", apart: "Kept in another part of the program" } as const;

function Standings(props: { readonly planning: PlanningProps; readonly standing: "late" | "open" }) {
	const { planning, standing } = props;
	const list = planning.year.standings.filter((each) => each.standing === standing);
	if (list.length === 0) return null;
	return (
		<section aria-labelledby={`standing-${standing}`}>
			<h2 id={`standing-${standing}`}>
				{headings[standing]} ({list.length})
			</h2>
			<ul className="usa-list usa-list--unstyled">
				{list.map((each) => (
					<Requirement key={each.requirement.id} planning={planning} each={each} />
				))}
			</ul>
		</section>
	);
}

/** What asks for nothing now, one line each. */
function Settled(props: { readonly planning: PlanningProps; readonly standing: "done" | "apart" }) {
	const { planning, standing } = props;
	const list = planning.year.standings.filter((each) => each.standing === standing);
	if (list.length === 0) return null;
	return (
		<section aria-labelledby={`standing-${standing}`}>
			<h2 id={`standing-${standing}`}>
				{headings[standing]} ({list.length})
			</h2>
			<ul className="usa-list">
				{list.map(({ requirement, found }) => (
					<li key={requirement.id} id={requirement.id}>
						{requirement.requirement}.{found ? ` ${found}.` : ""}
						{standing === "apart" ? ` ${requirement.note}` : ""}{" "}
						<a className="usa-link" href={places[requirement.place].href}>
							{places[requirement.place].label}
							<span className="usa-sr-only"> for {requirement.id}</span>
						</a>{" "}
						<span className="text-base-dark">{requirement.id}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function Requirement({ planning, each }: { readonly planning: PlanningProps; readonly each: RequirementStanding }) {
	const { requirement, standing, missing, found, dueOn } = each;
	const place = places[requirement.place];
	return (
		<li className="finding-card">
			<h3 className="font-heading-sm margin-y-05" id={requirement.id}>
				{requirement.requirement} <StatusTag tone={tones[standing].tone}>{tones[standing].words}</StatusTag>
			</h3>
			{missing.length > 0 ? (
				<ul className="usa-list margin-y-1">
					{missing.slice(0, 6).map((text) => (
						<li key={text}>{text}</li>
					))}
					{missing.length > 6 ? <li>And {missing.length - 6} more.</li> : null}
				</ul>
			) : null}
			{missing.length === 0 && found ? <p className="margin-y-1">{found}.</p> : null}
			{dueOn ? (
				<p className="margin-y-1">
					By {formatDate(dueOn)}
					{standing === "late" ? `, ${dueInWords(dueOn, planning.year.today)}` : ""}.
				</p>
			) : null}
			{requirement.note ? <p className="margin-y-1 text-base-dark">{requirement.note}</p> : null}
			<p className="margin-y-1">
				<a className="usa-link" href={place.href}>
					{place.label}
					<span className="usa-sr-only"> for {requirement.id}</span>
				</a>{" "}
				<span className="text-base-dark">
					{requirement.id}, {requirement.source}
				</span>
			</p>
		</li>
	);
}

/** Which rules the State follows. */
function RulesForm({ planning, form }: { readonly planning: PlanningProps; readonly form: FormState }) {
	const { framework, available } = planning.year;
	return (
		<form method="post" action="/planning-year/rules" className="usa-form margin-top-5" aria-labelledby="rules">
			<h2 id="rules">Which planning rules the State follows</h2>
			<input type="hidden" name="version" value={framework?.version ?? 0} />
			<SelectField
				name="frameworkId"
				label="Rules"
				options={available.map(({ id, title }) => ({ value: id, label: title }))}
				value={form.values.frameworkId ?? framework?.frameworkId}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				{framework ? "Save" : "Follow these rules"}
			</button>
		</form>
	);
}
