import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import type { LoadProps } from "./figure-props.ts";
import { LoadTable } from "./load-table.tsx";
import { UploadForm } from "./upload-form.tsx";

/** Load figures, and every load so far. */
export function FiguresPage(props: {
	readonly frame: PageFrame;
	readonly loads: readonly LoadProps[];
	readonly places: readonly Fact<"jurisdiction">[];
	/** Counties and Tribes for which the reader may load figures. */
	readonly loadable: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
}) {
	const { frame, loads, places, loadable, form } = props;
	return (
		<Page frame={frame} title="Figures" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<ErrorSummary problems={form.problems} />
			<h1>Figures</h1>
			{loadable.length > 0 ? (
				<UploadForm loadable={loadable} form={form} />
			) : (
				<p>Data analysts and planners load figures. Your roles let you see what was loaded.</p>
			)}
			<h2>Loads</h2>
			{loads.length === 0 ? (
				<p>
					Nothing has been loaded yet.
					{loadable.length > 0 ? " Choose a file above; the template shows which columns it needs." : ""}
				</p>
			) : (
				<LoadTable loads={loads} places={places} />
			)}
		</Page>
	);
}
