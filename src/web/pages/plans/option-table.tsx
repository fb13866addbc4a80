import {
	emptyOption,
	Fit,
	fitOf,
	fitWords,
	mostOptions,
	type OptionCriterion,
	optionCriteria,
	optionCriterionWords,
	pointsWords,
	reasonOf,
	weighedWords,
} from "../../../domain/plan/weighed-option.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { BesideTheirs } from "./clash.tsx";
import type { FormValues } from "./plan-context.ts";

type Option = Fact<"weighed-option">;

/** Choices side by side, a column for each criterion. */
export function OptionTable({ options }: { readonly options: readonly Option[] }) {
	if (options.length === 0) return null;
	return (
		<DataTable
			caption="What could be done, by criteria"
			label="What could be done, by criteria"
			columns={[
				{ label: "Choice" },
				...optionCriteria.map((criterion) => ({ label: optionCriterionWords[criterion] })),
				{ label: "Points", numeric: true },
			]}
			rows={options.map((each) => ({
				key: each.id,
				cells: [
					each.isChosen ? `${each.option} (chosen)` : each.option,
					...optionCriteria.map((criterion) => weighedWords(each, criterion)),
					pointsWords(each),
				],
			}))}
		/>
	);
}

/**
 * The lines of the table to fill in: those that are there, and one more. Lines that were written before choices were weighed stand in
 * the first of them until they are saved.
 */
export function OptionLines(props: {
	readonly options: readonly Option[];
	readonly older: readonly string[];
	readonly values: FormValues;
}) {
	const { options, values } = props;
	const older = options.length === 0 ? props.older : [];
	const lines = Array.from({ length: mostOptions }, (_, i) => {
		const option = options.find(({ place }) => place === i + 1);
		return { place: i + 1, option, text: option?.option ?? older[i] ?? "" };
	});
	const firstEmpty = lines.find(({ text }) => text === "")?.place;
	return lines
		.filter(({ place, text }) => text !== "" || place === firstEmpty || values.text(`option-${place}`, "") !== "")
		.map((line) => <OptionLine key={line.place} {...line} values={values} />);
}

function OptionLine(props: {
	readonly place: number;
	readonly option: Option | undefined;
	readonly text: string;
	readonly values: FormValues;
}) {
	const { place, option, text, values } = props;
	const name = `option-${place}`;
	const chosen = values.list(`isChosen-${place}`, option?.isChosen ? ["yes"] : []).includes("yes");
	return (
		<fieldset className="usa-fieldset margin-top-2 padding-top-1 border-top-1px border-base-lighter">
			<legend className="usa-legend text-bold">Choice {place}</legend>
			<input
				type="hidden"
				name={`version-${place}`}
				value={values.version(`version-${place}`, option?.version ?? 0)}
				data-version="true"
			/>
			<BesideTheirs values={values} name={name}>
				<TextField
					name={name}
					label="What it is"
					hint={place === 1 ? "Empty the line to take it out of the table." : undefined}
					optional
					width="2xl"
					value={values.text(name, text)}
					error={values.problem(name)}
				/>
			</BesideTheirs>
			<details open={text !== "" || values.isBack}>
				<summary>Hold it against the criteria</summary>
				{optionCriteria.map((criterion) => (
					<CriterionFields key={criterion} {...{ place, criterion, option, values }} />
				))}
				<div className="usa-checkbox margin-top-2">
					<input
						className="usa-checkbox__input"
						type="checkbox"
						id={`isChosen-${place}`}
						name={`isChosen-${place}`}
						value="yes"
						defaultChecked={chosen}
					/>
					<label className="usa-checkbox__label" htmlFor={`isChosen-${place}`}>
						This is what we chose
					</label>
				</div>
			</details>
		</fieldset>
	);
}

function CriterionFields(props: {
	readonly place: number;
	readonly criterion: OptionCriterion;
	readonly option: Option | undefined;
	readonly values: FormValues;
}) {
	const { place, criterion, values } = props;
	const option = props.option ?? { ...emptyOption, jurisdictionId: "", goalId: "", place };
	const words = optionCriterionWords[criterion];
	const [fit, reason] = [`${criterion}Fit-${place}`, `${criterion}Reason-${place}`];
	return (
		<div className="grid-row grid-gap">
			<div className="tablet:grid-col-4">
				<BesideTheirs values={values} name={fit}>
					<SelectField
						name={fit}
						label={words}
						options={Fit.options.map((value) => ({ value, label: fitWords[value] }))}
						value={values.text(fit, fitOf(option, criterion))}
						error={values.problem(fit)}
					/>
				</BesideTheirs>
			</div>
			<div className="tablet:grid-col-8">
				<BesideTheirs values={values} name={reason}>
					<TextField
						name={reason}
						label={`Why: ${words.charAt(0).toLowerCase()}${words.slice(1)}`}
						optional
						width="2xl"
						value={values.text(reason, reasonOf(option, criterion))}
						error={values.problem(reason)}
					/>
				</BesideTheirs>
			</div>
		</div>
	);
}
