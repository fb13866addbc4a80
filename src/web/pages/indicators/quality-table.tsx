import { maskedMark } from "../../../domain/measure/masking.ts";
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
					The checks are of whole files, which hold more than this place. They are shown to those who may see figures of
					all that the files hold. Checks over their limit are named above.
				</p>
			) : (
				<DataTable
					label="Data-quality checks"
					caption={`Checks of the files that this indicator reads for ${window}`}
					columns={[
						{ label: "Check" },
						{ label: "File" },
						{ label: "Found", numeric: true },
						{ label: "Of", numeric: true },
						{ label: "Share", numeric: true },
						{ label: "Limit" },
						{ label: "How it stands" },
					]}
					rows={checks.map(checkRow)}
				/>
			)}
		</section>
	);
}

function checkRow(each: QualityCheckProps) {
	const isMasked = each.failed === null;
	const share = each.percent === null ? undefined : `${each.percent.toFixed(1)}%`;
	return {
		key: `${each.check} ${each.period}`,
		cells: [
			qualityCheckWords(each.check),
			fileWords(each.period),
			countWords(each.failed, isMasked),
			countWords(each.of, false),
			share ?? (isMasked ? maskedMark : "–"),
			limitWords(each),
			<QualityState key="state" check={each} />,
		],
	};
}

function QualityState({ check }: { readonly check: QualityCheckProps }) {
	if (check.of === 0) return <>Nothing to check</>;
	return (
		<StatusTag tone={check.exceeded ? "bad" : "quiet"}>
			{check.exceeded ? "Over the limit" : "Within the limit"}
		</StatusTag>
	);
}
