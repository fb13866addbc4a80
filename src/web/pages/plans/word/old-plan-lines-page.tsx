import type { Edition } from "../../../../domain/document/edition.ts";
import type { RecognisedLine } from "../../../../domain/word/old-plan.ts";
import { DateField } from "../../../forms/date-field.tsx";
import { ErrorSummary } from "../../../forms/error-summary.tsx";
import type { FormProblem } from "../../../forms/form-problem.ts";
import { TextField } from "../../../forms/text-field.tsx";
import { Page } from "../../../shell/page.tsx";
import type { PageFrame } from "../../../shell/page-frame.ts";
import { OldPlanLine } from "./old-plan-line.tsx";

/** A line as it is shown: `taken` where its box is ticked. */
export type ShownLine = RecognisedLine & { readonly taken: boolean };

export type OldPlanForm = {
	readonly jurisdictionId: string;
	readonly editionId: string;
	readonly fileName: string;
	readonly sha256: string;
	readonly title: string;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly lines: readonly ShownLine[];
};

/** What was recognised in an old plan, line by line, to be confirmed, mended or left out. */
export function OldPlanLinesPage(props: {
	readonly frame: PageFrame;
	readonly place: string;
	readonly edition: Edition;
	readonly form: OldPlanForm;
	readonly problems?: readonly FormProblem[] | undefined;
}) {
	const { form, edition, problems = [] } = props;
	const { lines } = form;
	const error = (field: string) => problems.find((each) => each.field === field)?.message;
	const isUnplaced = (line: ShownLine) => line.kind === "answer" && line.confidence === "unsure";
	const unplaced = lines.filter(isUnplaced);
	const shown = (some: readonly ShownLine[]) =>
		some.map((line) => (
			<OldPlanLine key={line.key} line={line} lines={lines} edition={edition} error={error(`lines.${line.key}`)} />
		));
	return (
		<Page
			frame={props.frame}
			title="Confirm what was recognised"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Plans", href: "/plans" },
				{ label: "Start a plan from an old one", href: "/plans/from-word" },
			]}
		>
			<ErrorSummary problems={problems} idOf={(field) => field.replace(".", "-")} />
			<h1>Confirm what was recognised</h1>
			<p className="usa-intro">
				{form.fileName}, for {props.place}, under {edition.title}.
			</p>
			<p>
				Recognised: {summaryOf(lines)}. Look at each line, mend it where it was read wrongly, and untick what does not
				belong into the plan. What stands below a line that is left out is left out with it. Nothing is kept until you
				start the plan.
			</p>
			<form method="post" action="/plans/from-word/plan" data-guard="true">
				{(["jurisdictionId", "editionId", "fileName", "sha256"] as const).map((name) => (
					<input key={name} type="hidden" name={name} value={form[name]} />
				))}
				<input type="hidden" name="keys" value={lines.map(({ key }) => key).join(" ")} />
				<TextField name="title" label="Title" optional width="2xl" value={form.title} error={error("title")} />
				<DateField name="startsOn" label="First day of the plan" value={form.startsOn} error={error("startsOn")} />
				<DateField name="endsOn" label="Last day of the plan" optional value={form.endsOn} error={error("endsOn")} />
				<h2>What was recognised</h2>
				{shown(lines.filter((line) => !isUnplaced(line)))}
				{unplaced.length === 0 ? null : (
					<>
						<h2>Texts without a place</h2>
						<p>They are not ticked. Choose where a text belongs and tick it, or leave it out.</p>
						{shown(unplaced)}
					</>
				)}
				<p>
					<button type="submit" className="usa-button">
						Start the plan from the ticked lines
					</button>
				</p>
			</form>
		</Page>
	);
}

/** `1 component, 2 goals, 3 strategies`. */
function summaryOf(lines: readonly ShownLine[]): string {
	const words = [
		["component", "component", "components"],
		["goal", "goal", "goals"],
		["strategy", "strategy", "strategies"],
		["milestone", "milestone", "milestones"],
		["answer", "text", "texts"],
	] as const;
	return words
		.map(([kind, one, several]) => {
			const count = lines.filter((line) => line.kind === kind).length;
			return `${count} ${count === 1 ? one : several}`;
		})
		.join(", ");
}
