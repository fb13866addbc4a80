import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import type { LoadProps } from "./figure-props.ts";
import { LoadTable } from "./load-table.tsx";
import { UploadForm } from "./upload-form.tsx";

/** How many loads a page shows. */
const most = 200;

/** Load figures, and every load so far. */
export function FiguresPage(props: {
	readonly frame: PageFrame;
	readonly loads: readonly LoadProps[];
	readonly places: readonly Fact<"jurisdiction">[];
	/** Counties and Tribes whose loads the reader may see. */
	readonly readable: readonly Fact<"jurisdiction">[];
	/** Counties and Tribes for which the reader may load figures. */
	readonly loadable: readonly Fact<"jurisdiction">[];
	/** The place whose loads alone are shown; "" for all. */
	readonly shownPlace: string;
	readonly form: FormState;
}) {
	const { frame, loads, places, readable, loadable, form } = props;
	return (
		<Page frame={frame} title="Figures" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<ErrorSummary problems={form.problems} />
			<h1>Figures</h1>
			{loadable.length > 0 ? (
				<UploadForm loadable={loadable} form={form} />
			) : (
				<p>Data analysts and planners load figures. Your roles let you see what was loaded.</p>
			)}
			<h2 id="loads">Loads</h2>
			{readable.length > 1 ? <PlaceFilter places={readable} shown={props.shownPlace} /> : null}
			{loads.length === 0 ? (
				<p>
					Nothing has been loaded yet.
					{loadable.length > 0 ? " Choose a file above; the template shows which columns it needs." : ""}
				</p>
			) : (
				<>
					{loads.length > most ? (
						<p>
							The newest {most} of {loads.length.toLocaleString("en-US")} are shown. Choose a place to see all of its
							loads.
						</p>
					) : null}
					<LoadTable loads={loads.slice(0, most)} places={places} />
				</>
			)}
		</Page>
	);
}

function PlaceFilter(props: { readonly places: readonly Fact<"jurisdiction">[]; readonly shown: string }) {
	return (
		<form method="get" action="/figures" className="usa-form">
			<SelectField
				name="place"
				label="Show the loads of"
				emptyLabel="All places"
				options={props.places.map(({ id, name }) => ({ value: id, label: name }))}
				value={props.shown}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}
