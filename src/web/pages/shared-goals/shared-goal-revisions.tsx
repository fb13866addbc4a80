import { formatDate, isPlainDate, type PlainDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import { formatGiven } from "../../../domain/measure/format-value.ts";
import { revisedFieldWords } from "../../../domain/plan/revisions.ts";
import { type Fact, factLabels } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";

export type SharedRevision = {
	readonly kind: "goal" | "objective" | "baseline" | "target";
	readonly objectiveId: string | null;
	readonly benchmarkYear: number | null;
	readonly verb: "add" | "change" | "remove" | "restore";
	readonly field: string;
	readonly before: string;
	readonly after: string;
	readonly reason: string;
	readonly on: PlainDate;
	readonly seq: number;
};

type Measures = ReadonlyMap<string, Fact<"measure"> | null>;

/** What the State revised of a goal since it offered it: before, now, and why (INT-08). */
export function Revisions(props: {
	readonly id: string;
	readonly revisions: readonly SharedRevision[];
	readonly measures: Measures;
}) {
	const { revisions, measures } = props;
	if (revisions.length === 0) return null;
	return (
		<DataTable
			caption="What the State revised since it offered the goal"
			label="What the State revised since it offered the goal"
			columns={[{ label: "Day" }, { label: "What" }, { label: "Before" }, { label: "Now" }, { label: "Why" }]}
			rows={revisions.map((each) => ({
				key: `${each.seq} ${each.field}`,
				cells: [
					formatDate(each.on),
					nameOf(each),
					each.verb === "add" ? "Not there" : valueWords(each.before, each, measures),
					each.verb === "remove" ? "Taken away" : valueWords(each.after, each, measures),
					each.reason || (each.verb === "add" ? "New since then." : "No reason was given."),
				],
			}))}
		/>
	);
}

function nameOf({ kind, benchmarkYear, field }: SharedRevision): string {
	const part = benchmarkYear === null ? factLabels[kind] : `Benchmark ${benchmarkYear}`;
	return field === "" ? part : `${part}: ${revisedFieldWords[field] ?? field}`;
}

/** A number with the unit of its measure, a day in words, a text as it is. */
function valueWords(text: string, revision: SharedRevision, measures: Measures): string {
	if (text === "") return "Nothing";
	if (isPlainDate(text)) return formatDate(plainDate(text));
	const isValue = revision.field === "value" || (revision.field === "" && revision.kind !== "goal");
	const unit = measures.get(revision.objectiveId ?? "")?.unit;
	return isValue && unit && Number.isFinite(Number(text)) ? formatGiven(Number(text), unit) : text;
}
