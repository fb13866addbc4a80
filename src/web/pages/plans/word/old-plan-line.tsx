import type { Edition, EditionField } from "../../../../domain/document/edition.ts";
import { componentFields, documentFields, type RecognisedLine } from "../../../../domain/word/old-plan.ts";
import { Checkbox } from "../../../forms/choice-group.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { StatusTag, type Tone } from "../../parts/status-tag.tsx";
import { subjectOptions, subjectValue } from "../subject-options.ts";
import type { ShownLine } from "./old-plan-lines-page.tsx";

const tones: Readonly<Record<RecognisedLine["confidence"], Tone>> = { sure: "good", likely: "waiting", unsure: "bad" };
const confidenceWords: Readonly<Record<RecognisedLine["confidence"], string>> = {
	sure: "Sure",
	likely: "Likely",
	unsure: "Not sure",
};
const depths: Readonly<Record<RecognisedLine["kind"], string>> = {
	answer: "",
	component: "",
	goal: " tablet:margin-left-2",
	strategy: " tablet:margin-left-4",
	milestone: " tablet:margin-left-6",
};

/** One recognised line: what it is taken for and why, whether it is taken, and its words to be mended. */
export function OldPlanLine(props: {
	readonly line: ShownLine;
	readonly lines: readonly ShownLine[];
	readonly edition: Edition;
	readonly error: string | undefined;
}) {
	const { line, edition, error } = props;
	const name = lineName(line, edition);
	const at = (field: string) => ({ name: `line.${line.key}.${field}`, id: `line-${line.key}-${field}` });
	const hidden: Readonly<Record<string, string>> = {
		kind: line.kind,
		parent: line.parent === null ? "" : String(line.parent),
		confidence: line.confidence,
		why: line.why,
		...(line.kind === "answer" && { heading: line.heading }),
		...(line.kind === "goal" && { goalKind: line.goalKind }),
	};
	return (
		<div className={`border-top-1px border-base-lighter margin-top-3 padding-top-2${depths[line.kind]}`}>
			<fieldset id={`lines-${line.key}`} tabIndex={-1} className="usa-fieldset">
				<legend className="usa-legend text-bold">{name}</legend>
				<p className="margin-y-05">
					<StatusTag tone={tones[line.confidence]}>{confidenceWords[line.confidence]}</StatusTag> {line.why}
				</p>
				{error ? <p className="usa-error-message">{error}</p> : null}
				{Object.entries(hidden).map(([field, value]) => (
					<input key={field} type="hidden" name={at(field).name} value={value} />
				))}
				<Checkbox
					{...at("take")}
					label={
						<>
							Take it<span className="usa-sr-only">: {name}</span>
						</>
					}
					checked={line.taken}
				/>
				<LineFields {...props} at={at} />
			</fieldset>
		</div>
	);
}

type At = (field: string) => { readonly name: string; readonly id: string };

function LineFields(props: {
	readonly line: ShownLine;
	readonly lines: readonly ShownLine[];
	readonly edition: Edition;
	readonly at: At;
}) {
	const { line, lines, edition, at } = props;
	const { words } = edition;
	const rows = Math.min(12, Math.max(2, Math.ceil(line.text.length / 90)));
	switch (line.kind) {
		case "answer":
			return (
				<>
					<SelectField
						{...at("place")}
						label="Where it belongs"
						emptyLabel="- No place found -"
						options={placeOptions(lines, edition)}
						value={line.field === "" ? "" : `${line.field}|${line.parent ?? ""}`}
					/>
					<TextArea {...at("text")} label="Text" rows={rows} value={line.text} />
				</>
			);
		case "component":
			return (
				<>
					<SelectField
						{...at("subject")}
						label={words.subject}
						options={subjectOptions(edition)}
						value={line.subjectKind === "other" ? "other:" : subjectValue(line)}
					/>
					<TextField {...at("text")} label="Its name" value={line.text} width="2xl" maxLength={300} />
				</>
			);
		case "goal":
			return <TextArea {...at("text")} label={words.goal} rows={rows} value={line.text} />;
		case "strategy":
			return (
				<>
					<TextArea {...at("text")} label={words.strategy} rows={rows} value={line.text} />
					<TextArea {...at("rationale")} label={words.rationale} optional rows={3} value={line.rationale} />
				</>
			);
		case "milestone":
			return (
				<>
					<TextArea {...at("text")} label={words.milestone} rows={2} value={line.text} />
					<TextField
						{...at("timeframe")}
						label={words.timeframe}
						hint="Months or a day: 6 months, June 30, 2027"
						optional
						value={line.timeframe}
					/>
					<TextField {...at("assigned")} label={words.assignedTo} optional width="2xl" value={line.assigned} />
				</>
			);
	}
}

function lineName(line: ShownLine, edition: Edition): string {
	const { words } = edition;
	switch (line.kind) {
		case "answer": {
			const fields = [...documentFields(edition), ...componentFields(edition)];
			const label = fields.find(({ id }) => id === line.field)?.label;
			return label ?? (line.heading === "" ? "A text without a place" : `A text below "${line.heading}"`);
		}
		case "component":
			return words.component;
		case "goal":
			return words.goal;
		case "strategy":
			return words.strategy;
		case "milestone":
			return words.milestone;
	}
}

/** Every field that a text can be put into: those of the paper, and those of each component that was recognised. */
function placeOptions(lines: readonly ShownLine[], edition: Edition) {
	const isText = ({ from, type }: EditionField) => from === "answer" && type !== "signatory";
	const own = documentFields(edition).filter(isText);
	const components = lines.filter(({ kind }) => kind === "component");
	return [
		{
			label: edition.document.shortName,
			options: own.map(({ id, label, group }) => ({
				value: `${id}|`,
				label: group === undefined ? label : `${group}: ${label}`,
			})),
		},
		...components.map((component, index) => ({
			label: `${edition.words.component} ${index + 1}: ${component.text}`,
			options: componentFields(edition).map(({ id, label }) => ({ value: `${id}|${component.key}`, label })),
		})),
	];
}
