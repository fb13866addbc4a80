import { type Role, roleLabels } from "../../../domain/people/roles.ts";
import type { Verb } from "../../../domain/workflow/action.ts";
import { type FactKind, factLabels } from "../../../domain/workflow/fact-kinds.ts";
import { fieldInWords, valueInWords } from "./field-words.ts";
import { Moment } from "./moment.tsx";

/** One entry of a history: who did what, when and why, and the values before and after. */
export type HistoryEntry = {
	readonly seq: number;
	readonly kind: FactKind;
	readonly verb: Verb;
	readonly at: string;
	readonly actorName: string;
	readonly role: Role | null;
	readonly reason: string;
	readonly before: Readonly<Record<string, unknown>>;
	readonly after: Readonly<Record<string, unknown>>;
};

const verbWords: Readonly<Record<Verb, string>> = {
	add: "added",
	change: "changed",
	remove: "removed",
	restore: "restored",
};

/** Who changed what, when and why, newest first. */
export function HistoryList({ entries }: { readonly entries: readonly HistoryEntry[] }) {
	if (entries.length === 0) return <p>There is no history that you may see.</p>;
	return (
		<ol className="usa-list usa-list--unstyled history-list">
			{entries.map((entry) => (
				<li key={entry.seq} className="border-top-1px border-base-lighter padding-y-1">
					<strong>
						{factLabels[entry.kind]} {verbWords[entry.verb]}
					</strong>{" "}
					by {entry.actorName}
					{entry.role ? ` (${roleLabels[entry.role].toLowerCase()})` : ""}, <Moment at={entry.at} />
					{entry.reason ? <span className="display-block">Reason: {entry.reason}</span> : null}
					<ChangedFields entry={entry} />
				</li>
			))}
		</ol>
	);
}

function ChangedFields({ entry }: { readonly entry: HistoryEntry }) {
	const fields = Object.keys(entry.after).filter(
		(field) => fieldInWords(field) !== undefined && valueInWords(field, entry.after[field]) !== "",
	);
	if (fields.length === 0 || entry.verb === "remove") return null;
	return (
		<ul className="usa-list margin-top-05">
			{fields.map((field) => {
				const before = entry.verb === "add" ? "" : valueInWords(field, entry.before[field]);
				return (
					<li key={field} className="long-text">
						{fieldInWords(field)}: {before ? <del>{before}</del> : null} {valueInWords(field, entry.after[field])}
					</li>
				);
			})}
		</ul>
	);
}
