import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { QualityCheckProps } from "./indicator-props.ts";
import { countWords, fileWords } from "./indicator-words.ts";
import { limitWords, qualityCheckWords } from "./quality-words.ts";

/** The data-quality checks that an indicator depends on, file by file, with their limits. */
export function QualityTable(props: {
	readonly checks: readonly QualityCheckProps[] | undefined;
	readonly window: string;
}) {
	const { checks, window } = props;
	return (
		<section aria-labelledby="quality">
			<h2 id="quality">Data-quality checks</h2>
			{checks === undefined ? (
				<p className="measure-5">
					The checks count all records of whole files. They are shown to those who may see unmasked numbers of all that
					the files hold. Checks over their limit are named above.
				</p>
			) : (
				<CheckTable checks={checks} window={window} />
			)}
		</section>
	);
}

/** A row for each check, a column for each file. */
function CheckTable({ checks, window }: { readonly checks: readonly QualityCheckProps[]; readonly window: string }) {
	const periods = [...new Set(checks.map(({ period }) => period))];
	const names = [...new Set(checks.map(({ check }) => check))];
	return (
		<DataTable
			label="Data-quality checks"
			caption={`Share of records in the files that this indicator reads for ${window}`}
			columns={[
				{ label: "Check" },
				{ label: "Limit" },
				...periods.map((period) => ({ label: fileWords(period), numeric: true })),
			]}
			rows={names.map((name) => {
				const found = checks.filter(({ check }) => check === name);
				const [first] = found;
				return {
					key: name,
					cells: [
						qualityCheckWords(name),
						first ? limitWords(first) : "–",
						...periods.map((period) => <CheckCell key={period} check={found.find((each) => each.period === period)} />),
					],
				};
			})}
		/>
	);
}

function CheckCell({ check }: { readonly check: QualityCheckProps | undefined }) {
	if (!check || check.of === 0) return <>–</>;
	const { failed, of, percent, exceeded } = check;
	return (
		<>
			{percent === null ? "–" : `${percent.toFixed(1)}%`}
			<span className="display-block">
				{countWords(failed, false)} of {countWords(of, false)}
			</span>
			{exceeded ? <StatusTag tone="bad">Over the limit</StatusTag> : null}
		</>
	);
}
