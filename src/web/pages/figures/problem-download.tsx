import type { FigureProblem } from "./figure-props.ts";

/**
 * The list of problems as a file, for whoever mends the figures. The list is not kept on the server, so the form carries it
 * there and back.
 */
export function ProblemDownload(props: { readonly fileName: string; readonly problems: readonly FigureProblem[] }) {
	const carried = props.problems.map(({ tier, place, value, rule, remedy }) => [
		tier,
		place.row,
		place.column,
		place.columnName,
		value,
		rule.text,
		remedy,
	]);
	return (
		<form method="post" action="/figures/problems.csv" className="margin-y-2">
			<input type="hidden" name="fileName" value={props.fileName} />
			<input type="hidden" name="problems" value={JSON.stringify(carried)} />
			<button type="submit" className="usa-button usa-button--outline">
				Download the list (CSV)
			</button>
		</form>
	);
}
