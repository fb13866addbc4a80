import {
	addMonths,
	daysBetween,
	formatDate,
	type PlainDate,
	partsOf,
	plainDate,
} from "../../../domain/calendar/plain-date.ts";
import { severalOf } from "./plan-words.ts";
import { type TimelineRowProps, toneOf } from "./timeline-row.ts";

const width = 640;
const rowHeight = 22;
const [left, right, top, bottom] = [58, 20, 34, 12];
const ink = "#1b1b1b";
const grid = "#a9aeb1";
/** As the tags of the same states; the shapes differ too. */
const colours = { good: "#216e1f", bad: "#b21d38", waiting: "#0b4778", quiet: "#565c65" } as const;

/** Each milestone on a line of its own at its due date, across the time of the plan, with a line for today. */
export function TimelineChart(props: {
	readonly rows: readonly TimelineRowProps[];
	readonly today: PlainDate;
	/** What the edition calls a milestone. */
	readonly word: string;
	readonly period: { readonly startsOn: PlainDate; readonly endsOn: PlainDate };
}) {
	const { today, period, word } = props;
	const rows = props.rows.flatMap((row) => (row.dueOn ? [{ ...row, dueOn: row.dueOn }] : []));
	const days = [period.startsOn, period.endsOn, ...rows.map(({ dueOn }) => dueOn)].toSorted();
	const [from, to] = [days[0] ?? period.startsOn, days.at(-1) ?? period.endsOn];
	const span = Math.max(daysBetween(from, to), 1);
	const across = (day: PlainDate) =>
		Math.round((left + (daysBetween(from, day) / span) * (width - left - right)) * 10) / 10;
	const height = top + rows.length * rowHeight + bottom;
	const showsToday = today >= from && today <= to;
	return (
		<svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" fontSize="12" fill={ink}>
			<title>{`Timeline of the ${severalOf(word)}`}</title>
			<desc>{describe(rows, period, today, word)}</desc>
			{yearsBetween(from, to).map((day) => (
				<g key={day}>
					<line x1={across(day)} x2={across(day)} y1={top - 8} y2={height - bottom} stroke={grid} />
					<text x={across(day)} y={top - 20} textAnchor={across(day) > width - 60 ? "end" : "middle"} fill={ink}>
						{monthOf(day)}
					</text>
				</g>
			))}
			{showsToday ? (
				<g>
					<line
						x1={across(today)}
						x2={across(today)}
						y1={top - 8}
						y2={height - bottom}
						stroke={ink}
						strokeWidth="1.5"
						strokeDasharray="5 4"
					/>
					<text
						x={across(today)}
						y={top - 6}
						textAnchor={across(today) > width - 60 ? "end" : "start"}
						dx={across(today) > width - 60 ? -4 : 4}
						fontWeight="bold"
					>
						Today
					</text>
				</g>
			) : null}
			{rows.map((row, index) => {
				const y = top + index * rowHeight + rowHeight / 2;
				const x = across(row.dueOn);
				const colour = colours[toneOf(row)];
				return (
					<g key={row.milestone.id}>
						<text x="0" y={y + 4}>
							{row.component}: {row.number}
						</text>
						<line x1={left} x2={x} y1={y} y2={y} stroke={grid} strokeDasharray="1 3" />
						<Mark row={row} x={x} y={y} colour={colour} />
					</g>
				);
			})}
		</svg>
	);
}

/** A filled circle for done, a cross for late or delayed, a ring for what is open. */
function Mark({ row, x, y, colour }: { row: TimelineRowProps; x: number; y: number; colour: string }) {
	const tone = toneOf(row);
	if (tone === "good") return <circle cx={x} cy={y} r="6" fill={colour} />;
	if (tone === "bad")
		return <path d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} stroke={colour} strokeWidth="3" fill="none" />;
	return <circle cx={x} cy={y} r="5.5" fill="#fff" stroke={colour} strokeWidth="2.5" />;
}

/** Marks each half year, or each year of a long plan, from the start on. */
function yearsBetween(from: PlainDate, to: PlainDate): readonly PlainDate[] {
	const months = daysBetween(from, to) > 1500 ? 12 : 6;
	const { year, month } = partsOf(from);
	const start = plainDate(`${year}-${String(month).padStart(2, "0")}-01`);
	const days: PlainDate[] = [];
	for (let count = 0; addMonths(start, count * months) <= to; count++) {
		const day = addMonths(start, count * months);
		if (day >= from) days.push(day);
	}
	return days;
}

function monthOf(day: PlainDate): string {
	return formatDate(day).replace(/^(\w{3})\w* \d+, /, "$1 ");
}

/** The chart in words; the table below it has every milestone. */
function describe(
	rows: readonly (TimelineRowProps & { readonly dueOn: PlainDate })[],
	period: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
	today: PlainDate,
	word: string,
): string {
	const done = rows.filter(({ milestone }) => milestone.status === "completed").length;
	const late = rows.filter(({ standing }) => standing === "late").length;
	return `${rows.length} ${severalOf(word)} from ${formatDate(period.startsOn)} to ${formatDate(period.endsOn)}. On ${formatDate(today)}: ${done} completed, ${late} late. A filled circle is completed, a cross is late or delayed, a ring is open. The table below lists them all.`;
}
