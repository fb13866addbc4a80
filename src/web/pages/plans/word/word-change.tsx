import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { TextField } from "../../../forms/text-field.tsx";
import { Moment } from "../../parts/moment.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { wordPath } from "../plan-paths.ts";
import { TextDifference } from "../text-difference.tsx";

export type ShownChange = {
	readonly proposal: Fact<"word-proposal">;
	readonly standing: "fits" | "clash" | "same" | "gone";
	readonly now: string;
	readonly nowVersion: number;
	readonly problem: string;
	readonly settledBy: string;
	readonly settledAt: string;
};

type Words = PlanContext["edition"]["words"];

const kindWords = (change: Fact<"word-proposal">["change"], words: Words): string => {
	if (change === "add-milestone") return `New ${words.milestone.toLowerCase()}`;
	if (change === "add-strategy") return `New ${words.strategy.toLowerCase()}`;
	return kinds[change];
};

const kinds = {
	text: "Text changed",
	"add-entry": "New entry of a list",
	remove: "Removed",
} as const;

/** One change of a Word file: what it was, what it would be, and the buttons to take or leave it. */
export function WordChange({ plan, change }: { readonly plan: PlanContext; readonly change: ShownChange }) {
	const { proposal, standing, problem } = change;
	const key = `change-${proposal.id}`;
	const back = formValues(plan.typed, key).problem(key);
	return (
		<section
			id={key}
			tabIndex={-1}
			aria-labelledby={`${key}-name`}
			className="border-top-1px border-base-lighter padding-y-2"
		>
			<h2 id={`${key}-name`} className="font-sans-md margin-y-0">
				{proposal.place}
			</h2>
			<p className="margin-y-05">
				<ChangeState change={change} /> {kindWords(proposal.change, plan.edition.words)}
				{proposal.author ? ` by ${proposal.author}` : ""}
				{isMoment(proposal.changedAt) ? (
					<>
						{", "}
						<Moment at={proposal.changedAt} />
					</>
				) : null}
			</p>
			{proposal.state === "open" ? null : <Decision change={change} />}
			<ChangeText change={change} words={plan.edition.words} />
			{proposal.comment ? <p className="text-pre-wrap">Comment: {proposal.comment}</p> : null}
			{back ? <p className="usa-error-message">{back}</p> : null}
			{problem && proposal.state !== "taken" ? <p className="text-bold">{problem}</p> : null}
			{plan.mayWrite && proposal.state !== "taken" && standing !== "gone" ? (
				<DecisionForm plan={plan} change={change} />
			) : null}
		</section>
	);
}

function isMoment(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text);
}

function ChangeState({ change }: { readonly change: ShownChange }) {
	const { proposal, standing } = change;
	if (proposal.state === "taken") return <StatusTag tone="good">Taken</StatusTag>;
	if (proposal.state === "left") return <StatusTag tone="quiet">Left</StatusTag>;
	if (standing === "clash") return <StatusTag tone="bad">Changed in the plan as well</StatusTag>;
	if (standing === "same") return <StatusTag tone="quiet">The plan says so already</StatusTag>;
	if (standing === "gone") return <StatusTag tone="quiet">Not in the plan any more</StatusTag>;
	return <StatusTag tone="waiting">To decide</StatusTag>;
}

/** Who took or left it, when and why. */
function Decision({ change }: { readonly change: ShownChange }) {
	const { proposal, settledBy, settledAt } = change;
	return (
		<p className="margin-y-05">
			{proposal.state === "taken" ? "Taken" : "Left"} by {settledBy}, <Moment at={settledAt} />
			{proposal.reason ? `: ${proposal.reason}` : ""}
		</p>
	);
}

function ChangeText({ change, words }: { readonly change: ShownChange; readonly words: Words }) {
	const { proposal, standing, now } = change;
	if (proposal.change === "add-entry") return <AddedEntry proposal={proposal} />;
	if (proposal.change === "add-milestone" || proposal.change === "add-strategy")
		return <Added proposal={proposal} words={words} />;
	if (proposal.change === "remove") {
		return (
			<div className="long-text">
				<del>
					<span className="usa-sr-only">[removed: </span>
					{proposal.before}
					<span className="usa-sr-only">] </span>
				</del>
			</div>
		);
	}
	if (standing !== "clash" || proposal.state !== "open") {
		return <TextDifference from={proposal.before} to={proposal.after} />;
	}
	return (
		<div className="clash-pair">
			<div className="clash-theirs">
				<p className="text-bold margin-y-0">In the plan now</p>
				<TextDifference from={proposal.before} to={now} />
			</div>
			<div>
				<p className="text-bold margin-y-0">In the Word file</p>
				<TextDifference from={proposal.before} to={proposal.after} />
			</div>
		</div>
	);
}

/** A new row of a list: what stands in its cells, in their order. */
function AddedEntry({ proposal }: { readonly proposal: Fact<"word-proposal"> }) {
	const cells = proposal.cells.map((line) => line.slice(line.indexOf("\t") + 1)).filter((text) => text !== "");
	return (
		<ul className="usa-list">
			{cells.map((text, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once to text, nothing moves
				<li key={index} className="text-pre-wrap">
					{text}
				</li>
			))}
		</ul>
	);
}

function Added({ proposal, words }: { readonly proposal: Fact<"word-proposal">; readonly words: Words }) {
	const lines = proposal.milestones.map((line) => line.split("\t"));
	return (
		<>
			<dl className="margin-y-1">
				<Pair label={proposal.change === "add-strategy" ? words.strategy : words.milestone} value={proposal.after} />
				<Pair label="Rationale" value={proposal.rationale} />
				<Pair label="Timeframe" value={proposal.timeframe} />
				<Pair label="Assigned to" value={proposal.assigned} />
			</dl>
			{lines.length === 0 ? null : (
				<ul className="usa-list">
					{lines.map((cells, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rendered once to text, nothing moves
						<li key={index}>{cells.filter((text) => text !== "").join("; ")}</li>
					))}
				</ul>
			)}
		</>
	);
}

function Pair({ label, value }: { readonly label: string; readonly value: string }) {
	if (value === "") return null;
	return (
		<>
			<dt className="text-bold">{label}</dt>
			<dd className="margin-left-0 margin-bottom-1 text-pre-wrap">{value}</dd>
		</>
	);
}

function DecisionForm({ plan, change }: { readonly plan: PlanContext; readonly change: ShownChange }) {
	const { proposal, standing, nowVersion, problem } = change;
	const action = wordPath(plan.graph.document.id, `/${proposal.importId}/changes/${proposal.id}`);
	const mayTake = problem === "" && standing !== "same";
	const about = <span className="usa-sr-only">: {proposal.place}</span>;
	return (
		<form method="post" action={action} className="margin-top-1">
			<input type="hidden" name="version" value={standing === "clash" ? nowVersion : proposal.baseVersion} />
			<details>
				<summary>
					Give a reason<span className="usa-sr-only"> for {proposal.place}</span>
				</summary>
				<TextField id={`reason-${proposal.id}`} name="reason" label="Reason" optional maxLength={2000} />
			</details>
			<div className="margin-top-1">
				{mayTake ? (
					<button type="submit" name="decision" value="take" className="usa-button usa-button--outline">
						{takeWords(proposal, standing)}
						{about}
					</button>
				) : null}
				{proposal.state === "open" ? (
					<button type="submit" name="decision" value="leave" className="usa-button usa-button--unstyled margin-left-1">
						Leave it{about}
					</button>
				) : null}
			</div>
		</form>
	);
}

function takeWords({ change }: Fact<"word-proposal">, standing: ShownChange["standing"]): string {
	if (change === "remove") return "Remove it from the plan";
	if (standing === "clash") return "Put the file's text in place of the plan's";
	return change === "text" ? "Take it" : "Add it to the plan";
}
