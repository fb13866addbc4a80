import type { FigureProblem } from "./figure-props.ts";
import { ProblemDownload } from "./problem-download.tsx";
import { ProblemTables } from "./problem-table.tsx";

/** Why a file was not taken: what is wrong, where, and how to mend it. */
export function RefusedFile(props: { readonly fileName: string; readonly problems: readonly FigureProblem[] }) {
	const { fileName, problems } = props;
	const blocking = problems.filter((each) => each.tier !== "look-at");
	return (
		<>
			<div className="usa-alert usa-alert--error margin-y-2" role="alert" tabIndex={-1} data-focus-first="true">
				<div className="usa-alert__body">
					<p className="usa-alert__text">
						<span className="text-break">{fileName}</span>:{" "}
						{blocking.length === 1
							? blocking[0]?.message
							: `${blocking.length.toLocaleString("en-US")} problems to mend.`}{" "}
						Nothing of the file was taken. Mend it and load it again.
					</p>
				</div>
			</div>
			<ProblemTables problems={problems} />
			<ProblemDownload fileName={fileName} problems={problems} />
		</>
	);
}
