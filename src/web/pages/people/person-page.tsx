import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { type FormState, freshForm } from "../parts/form-page-state.ts";
import { type HistoryEntry, HistoryList } from "../parts/history-list.tsx";
import type { PersonProps } from "./people-page.tsx";
import { PersonAccount, type PersonAccountProps } from "./person-account.tsx";
import { PersonForm } from "./person-form.tsx";
import { PersonRoles } from "./person-roles.tsx";

/** One person: details, roles, how they sign in, and what was changed about them. */
export function PersonPage(props: {
	readonly frame: PageFrame;
	readonly person: PersonProps;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly mayManage: boolean;
	/** Those who can be named as supervisor. */
	readonly colleagues: readonly PersonProps[];
	/** True when an administrator looks at themselves. */
	readonly self: boolean;
	readonly places: readonly Fact<"jurisdiction">[];
	/** Places in which the reader may give roles. */
	readonly managed: readonly Fact<"jurisdiction">[];
	readonly account: PersonAccountProps | undefined;
	readonly history: readonly HistoryEntry[];
	readonly sent?: { readonly form: "person" | "role"; readonly state: FormState } | undefined;
}) {
	const { frame, person, jurisdiction, mayManage, sent } = props;
	const stateOf = (form: "person" | "role") => (sent?.form === form ? sent.state : freshForm);
	return (
		<Page
			frame={frame}
			title={person.name}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "People", href: "/people" },
			]}
		>
			<ErrorSummary problems={sent?.state.problems} idOf={(field) => `${sent?.form}-${field}`} />
			<h1>{person.name}</h1>
			<p>
				{person.title ? `${person.title}, ` : ""}
				{jurisdiction.name}, <span className="text-break">{person.email}</span>.{" "}
				{person.active ? "May sign in." : "May not sign in: access was ended."}
			</p>
			{mayManage ? (
				<PersonForm person={person} colleagues={props.colleagues} self={props.self} form={stateOf("person")} />
			) : null}
			<PersonRoles person={person} places={props.places} managed={props.managed} form={stateOf("role")} />
			{mayManage && props.account ? <PersonAccount personId={person.id} account={props.account} /> : null}
			<h2>History</h2>
			<HistoryList entries={props.history} />
		</Page>
	);
}
