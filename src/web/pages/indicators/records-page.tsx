import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { indicatorPath, recordsPath } from "./indicator-paths.ts";
import { groupingLabels, type IndicatorNameProps, type PlaceProps } from "./indicator-props.ts";

/** A record behind a number. Case-level data. */
export type RecordProps = {
	readonly child: string;
	readonly file: string;
	readonly record: number;
	readonly group: Readonly<Record<"county" | "ageGroup" | "raceEthnicity" | "sex", string>>;
	readonly removal: PlainDate | null;
	readonly exit: PlainDate | null;
	readonly reportDate: PlainDate | null;
	readonly outcome: "numerator" | "denominator" | "left-out";
	readonly numerator: number;
	readonly denominator: number;
	/** Why it counted or not, with the number of the rule. */
	readonly words: string;
	readonly source: string;
};

const outcomeWords = {
	numerator: "In numerator and denominator",
	denominator: "In the denominator only",
	"left-out": "Left out",
} as const;

export type RecordsPageProps = {
	readonly frame: PageFrame;
	readonly indicator: IndicatorNameProps;
	readonly place: PlaceProps;
	readonly window: string;
	/** What was asked for besides: groups and outcome. */
	readonly asked: Readonly<Partial<Record<"county" | "ageGroup" | "raceEthnicity" | "sex" | "outcome", string>>>;
	readonly total: number;
	/** 0 is the first. */
	readonly from: number;
	readonly limit: number;
	readonly records: readonly RecordProps[];
};

/** The records behind a number, with the reason why each counted or not. */
export function RecordsPage(props: RecordsPageProps) {
	const { frame, indicator, place, window, asked, total, from, limit, records } = props;
	const base = { place: place.id, window, ...asked };
	const groups = Object.entries(groupingLabels).flatMap(([name, label]) => {
		const value = name === "region" ? undefined : asked[name as keyof typeof asked];
		return value === undefined ? [] : [`${label.toLowerCase()} ${value}`];
	});
	return (
		<Page
			frame={frame}
			title={`Records behind ${indicator.id}, ${place.name}`}
			shortTitle="Records"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: "/indicators" },
				{ label: indicator.id, href: indicatorPath(indicator.id, { place: place.id, window, isPublic: false }) },
			]}
		>
			<h1>
				Records behind {indicator.id} {indicator.label}
				<span className="display-block font-sans-lg text-normal">
					{place.name}, {window}
					{groups.length > 0 ? `, ${groups.join(", ")}` : ""}
				</span>
			</h1>
			<Alert kind="warning" slim>
				<strong>Case-level data.</strong> This look has been written down: who, when, which number and which groups. So
				is each further page and the file.
			</Alert>
			<ChoiceForm
				action={`/indicators/${indicator.id}/records`}
				kept={{ ...base, outcome: undefined }}
				choices={[
					{
						...{ name: "outcome", label: "Show", emptyLabel: "All records looked at", value: asked.outcome ?? "" },
						options: Object.entries(outcomeWords).map(([value, label]) => ({ value, label })),
					},
				]}
			/>
			{records.length === 0 ? (
				<p>{total === 0 ? "There are no such records." : "There are no further records."}</p>
			) : (
				<>
					<DataTable
						label="Records"
						caption={`Records ${(from + 1).toLocaleString("en-US")} to ${(from + records.length).toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`}
						columns={[
							{ label: "Child" },
							{ label: "Where" },
							{ label: "Groups" },
							{ label: "Dates" },
							{ label: "How it counts" },
							{ label: "Why" },
						]}
						rows={records.map((each, index) => ({
							key: `${from + index}`,
							cells: [
								<span key="child" className="text-break">
									{each.child}
								</span>,
								<span key="where" className="text-break">
									{each.file}, record {each.record}
								</span>,
								`${each.group.county}, ${each.group.ageGroup}, ${each.group.raceEthnicity}, ${each.group.sex}`,
								datesOf(each),
								each.outcome === "left-out"
									? outcomeWords["left-out"]
									: `${outcomeWords[each.outcome]} (${each.numerator.toLocaleString("en-US")} of ${each.denominator.toLocaleString("en-US")})`,
								`${each.words} (${each.source})`,
							],
						}))}
					/>
					<Pages indicator={indicator.id} base={base} total={total} from={from} limit={limit} />
				</>
			)}
			<p>
				<a className="usa-link" href={recordsPath(indicator.id, base, "records.csv")}>
					Download all of these records (CSV)
				</a>
			</p>
		</Page>
	);
}

function datesOf({ removal, exit, reportDate }: RecordProps): string {
	const dates = [
		reportDate ? `reported ${formatDate(reportDate)}` : "",
		removal ? `removed ${formatDate(removal)}` : "",
		exit ? `left care ${formatDate(exit)}` : "",
	].filter((each) => each !== "");
	return dates.length === 0 ? "–" : dates.join(", ");
}

function Pages(props: {
	readonly indicator: string;
	readonly base: Readonly<Record<string, string | undefined>>;
	readonly total: number;
	readonly from: number;
	readonly limit: number;
}) {
	const { indicator, base, total, from, limit } = props;
	const link = (label: string, start: number) => (
		<a className="usa-link margin-right-2" href={recordsPath(indicator, { ...base, from: start || undefined })}>
			{label}
		</a>
	);
	if (total <= limit && from === 0) return null;
	return (
		<nav aria-label="Pages of records">
			{from > 0 ? link(`Previous ${limit}`, Math.max(0, from - limit)) : null}
			{from + limit < total ? link(`Next ${Math.min(limit, total - from - limit)}`, from + limit) : null}
		</nav>
	);
}
