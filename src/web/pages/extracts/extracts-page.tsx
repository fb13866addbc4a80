import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { CurrentFiles } from "./current-files.tsx";
import type { ExtractLoadProps } from "./extract-props.ts";
import { ExtractTable } from "./extract-table.tsx";
import { ExtractUploadForm } from "./extract-upload-form.tsx";

/** How many loads a page shows. */
const most = 200;

/** Files of AFCARS and NCANDS: hand one in, which is current for each place, system and period, and every load so far. */
export function ExtractsPage(props: {
	readonly frame: PageFrame;
	readonly loads: readonly ExtractLoadProps[];
	readonly places: readonly Fact<"jurisdiction">[];
	/** States and counties for which the reader may load files. */
	readonly loadable: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
}) {
	const { frame, loads, places, loadable, form } = props;
	const current = loads.filter(({ state }) => state === "taken");
	return (
		<Page
			frame={frame}
			title="Data files"
			breadcrumbs={[{ label: "Home", href: "/" }]}
			refreshSeconds={loads.some(({ state }) => state === "reading") ? 15 : undefined}
		>
			<ErrorSummary problems={form.problems} />
			<h1>Data files</h1>
			{loadable.length > 0 ? (
				<ExtractUploadForm loadable={loadable} form={form} />
			) : (
				<p>Data analysts and State analysts load files. Your roles let you see what was loaded.</p>
			)}
			<h2 id="current">Files that indicators are counted from</h2>
			{current.length === 0 ? <p>There are none yet.</p> : <CurrentFiles loads={current} places={places} />}
			<h2 id="loads">All files</h2>
			{loads.length === 0 ? (
				<p>Nothing has been loaded yet.</p>
			) : (
				<>
					{loads.length > most ? (
						<p>
							The newest {most} of {loads.length.toLocaleString("en-US")} are shown. The API lists all.
						</p>
					) : null}
					<ExtractTable loads={loads.slice(0, most)} places={places} />
				</>
			)}
		</Page>
	);
}
