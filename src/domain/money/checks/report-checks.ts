import { formatDate } from "../../calendar/plain-date.ts";
import { dollars } from "../cents.ts";
import { centsAt, columnsOf, numberAt, shortLineName } from "../form-cells.ts";
import type { FormPart } from "../form-edition.ts";
import { spendingDeadline } from "../form-years.ts";
import { type CheckedForm, finding, type MoneyFinding } from "./finding.ts";

type Line = FormPart["lines"][number];

function reportLines({ edition }: CheckedForm): readonly { readonly part: FormPart; readonly line: Line }[] {
	const part = edition.parts.find(({ id }) => id === "three");
	return part ? part.lines.map((line) => ({ part, line })) : [];
}

const sentenceStart = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** C13: what Part III calls estimated is what was approved in Part I of that year; actual less estimated is shown for each line. */
export function checkEstimated(form: CheckedForm): readonly MoneyFinding[] {
	const { values, approved, years } = form;
	const found = reportLines(form).flatMap(({ line }): readonly MoneyFinding[] => {
		const cell = `three.${line.id}.estimated`;
		const [estimated, actual] = [numberAt(values, cell), numberAt(values, `three.${line.id}.actual`)];
		const was = approved && numberAt(approved, `one.${line.id}.amount`);
		const name = sentenceStart(shortLineName(line));
		if (was !== undefined && (estimated ?? 0) !== was) {
			const words = `${name} is estimated at ${dollars(estimated ?? 0)}, but ${dollars(was)} was sent in Part I for FFY${years.reports}. Enter that amount; where the award was another, leave the award.`;
			return [finding("C13", "warning", cell, words)];
		}
		if (actual !== undefined && estimated === undefined && actual > 0) {
			return [
				finding(
					"C13",
					"error",
					cell,
					`${name}: an actual amount stands without its estimate. Enter what was approved or awarded.`,
				),
			];
		}
		if (actual === undefined || estimated === undefined) return [];
		const words = `${name}: actual ${dollars(actual)} - estimated ${dollars(estimated)} = ${dollars(actual - estimated)}.`;
		return [finding("C13", "met", cell, words)];
	});
	if (approved) return found.length > 0 ? found : [nothingReported()];
	const words = `The form that planned FFY${years.reports} is not kept here: compare the estimates with the award by hand.`;
	return [...found, finding("C13", "unknown", "three.6.estimated", words)];
}

function nothingReported(): MoneyFinding {
	return finding("C13", "unknown", "three.6.actual", "Part III holds no actual amounts yet.");
}

/** C14: a program on which something was spent says how many it served, whom and where. */
export function checkServed(form: CheckedForm): readonly MoneyFinding[] {
	const { values } = form;
	const found = reportLines(form).flatMap(({ part, line }): readonly MoneyFinding[] => {
		const asked = columnsOf(part, line).filter(({ id }) =>
			["individuals", "families", "population", "area"].includes(id),
		);
		if (asked.length === 0 || centsAt(values, `three.${line.id}.actual`) === 0) return [];
		const missing = asked.filter(({ id }) => !values.has(`three.${line.id}.${id}`));
		const name = sentenceStart(shortLineName(line));
		if (missing.length === 0)
			return [finding("C14", "met", `three.${line.id}.individuals`, `${name}: all four are given.`)];
		const words = `${name}: ${missing.map(({ label }) => label.toLowerCase()).join(", ")} not given. Fill in; 0 is a number too.`;
		return [finding("C14", "error", `three.${line.id}.${missing[0]?.id ?? "individuals"}`, words)];
	});
	if (found.length > 0) return found;
	return [finding("C14", "unknown", "three.6.actual", "Part III holds no actual amounts yet.")];
}

/** C15: funds of the reported year for subpart 2 and Chafee had to be spent by the end of the year after. */
export function checkSpendingDeadline({ values, years, today }: CheckedForm): readonly MoneyFinding[] {
	const deadline = spendingDeadline(years.reports);
	const next = spendingDeadline(years.plans);
	return [
		["7", "Subpart 2"],
		["10", "Chafee"],
	].map(([line, name]) => {
		const cell = `three.${line}.actual`;
		const [estimated, actual] = [numberAt(values, `three.${line}.estimated`), numberAt(values, cell)];
		const days = `${name}: funds of FFY${years.reports} are spent by ${formatDate(deadline)}, those of FFY${years.plans} by ${formatDate(next)}`;
		if (estimated === undefined || actual === undefined) {
			return finding("C15", "unknown", cell, `${days}. Part III does not say yet what was spent.`);
		}
		const rest = estimated - actual;
		if (rest <= 0)
			return finding("C15", "met", cell, `${days}. ${dollars(estimated)} - ${dollars(actual)}: nothing is left.`);
		const left = `${days}. ${dollars(estimated)} - ${dollars(actual)} = ${dollars(rest)} left`;
		return today > deadline
			? finding("C15", "warning", cell, `${left} after that day: it lapses. Check the amounts, or explain it.`)
			: finding("C15", "warning", cell, `${left} to spend by then.`);
	});
}

/** C16: the edition of that year's instruction, and the signed copy. */
export function checkDelivery({ edition, years, values }: CheckedForm): readonly MoneyFinding[] {
	const label =
		edition.editionYear === years.plans
			? finding("C16", "met", "head.5.value", `The edition is that of FFY${years.plans}: "${edition.label}".`)
			: finding(
					"C16",
					"warning",
					"head.5.value",
					`The label is "${edition.label}", and FFY${years.plans} is planned. Ask for the form attached to that year's instruction and compare its lines; numbers that are not confirmed are marked.`,
				);
	const signed = values.get("work.signed-copy.value");
	const copy =
		signed === "yes"
			? finding("C16", "met", "work.signed-copy.value", "A signed copy (PDF) goes with the workbook: so it is stated.")
			: finding(
					"C16",
					signed === "no" ? "warning" : "unknown",
					"work.signed-copy.value",
					"A signed copy (PDF) goes with the workbook. Print the PDF, have it signed, and state it on the work paper.",
				);
	return [label, copy];
}

/** C1: amounts are typed numbers. Kept ones always are; those of a workbook are looked at cell by cell. */
export function checkTyped({ untyped }: CheckedForm): readonly MoneyFinding[] {
	if (!untyped) {
		return [
			finding(
				"C1",
				"met",
				"one.6.amount",
				"Every amount is kept as a number, and the workbook is written without formulas.",
			),
		];
	}
	if (untyped.length === 0)
		return [finding("C1", "met", "one.6.amount", "Every amount in the workbook is a typed number.")];
	return untyped.map(({ cell, message }) => finding("C1", "error", cell, message));
}
