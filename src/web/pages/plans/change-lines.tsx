import type { FieldChange } from "./describe-action.ts";
import { TextDifference } from "./text-difference.tsx";

const longText = 160;

/** The changes of one action: short ones in a line, long texts folded with their differences marked. */
export function ChangeLines({ changes }: { readonly changes: readonly FieldChange[] }) {
	if (changes.length === 0) return null;
	return (
		<ul className="change-lines">
			{changes.map((change) => (
				<li key={change.field}>
					<ChangeLine change={change} />
				</li>
			))}
		</ul>
	);
}

function ChangeLine({ change: { label, from, to } }: { readonly change: FieldChange }) {
	if (from.length + to.length <= longText) {
		return (
			<>
				<strong>{label}:</strong> {from === "" ? "" : <>from “{from}” </>}
				{from === "" ? "" : "to "}
				{to === "" ? "(empty)" : `“${to}”`}
			</>
		);
	}
	return (
		<details>
			<summary>
				<strong>{label}</strong>: {from === "" ? "written" : to === "" ? "emptied" : "changed"}. Show the text
			</summary>
			<TextDifference from={from} to={to} />
		</details>
	);
}
