import { dollars } from "../cents.ts";
import { centsAt, numberAt } from "../form-cells.ts";
import type { CheckId } from "../form-edition.ts";
import { type CheckedForm, finding, type MoneyFinding } from "./finding.ts";

/** A statement of the work paper that the amounts cannot show. */
function statement(form: CheckedForm, checkId: CheckId, line: string, words: string): MoneyFinding {
	const cell = `work.${line}.value`;
	const said = form.values.get(cell);
	if (said === "yes") return finding(checkId, "met", cell, `${words}: so it is stated.`);
	if (said === "no")
		return finding(checkId, "error", cell, `${words}: the work paper says no. Mend it before the form is sent.`);
	return finding(checkId, "unknown", cell, `${words}: no amount of the form shows it. State it on the work paper.`);
}

/** C9: nobody under 18. The percentage is a bound of Part I. */
export function checkRoomAndBoard(form: CheckedForm): readonly MoneyFinding[] {
	if (centsAt(form.values, "one.10a.amount") === 0) {
		return [finding("C9", "met", "one.10a.amount", "No room and board is planned.")];
	}
	return [statement(form, "C9", "room-and-board-adults", "Room and board for nobody under 18")];
}

/** C10: no voucher above $5,000 a year; where the largest is not known, the average already tells when one must be above it. */
export function checkVouchers(form: CheckedForm): readonly MoneyFinding[] {
	const limit = 5000_00;
	const cell = "work.largest-voucher.value";
	const largest = numberAt(form.values, cell);
	const asked = centsAt(form.values, "one.11.amount");
	const youth = numberAt(form.values, "two.vouchers.individuals");
	if (asked === 0 && largest === undefined) return [finding("C10", "met", "one.11.amount", "No vouchers are planned.")];
	const average = (): MoneyFinding => {
		if (!youth) {
			const words = "The average voucher cannot be worked out: Part II says no number of young people with vouchers.";
			return finding("C10", "unknown", "two.vouchers.individuals", words);
		}
		// Planned money may be more than vouchers: State administration and services are paid of it too.
		const arithmetic = `${dollars(asked)} (line 11) / ${youth.toLocaleString("en-US")} young people = ${dollars(Math.round(asked / youth))} each`;
		return asked <= limit * youth
			? finding("C10", "met", "two.vouchers.individuals", `${arithmetic}, not above ${dollars(limit)}.`)
			: finding(
					"C10",
					"warning",
					"two.vouchers.individuals",
					`${arithmetic}, above ${dollars(limit)}. Some would get more than a year allows, or the number is too low.`,
				);
	};
	const biggest =
		largest === undefined
			? finding("C10", "unknown", cell, "The largest voucher is not known. Enter it on the work paper.")
			: largest <= limit
				? finding("C10", "met", cell, `The largest voucher is ${dollars(largest)}, not above ${dollars(limit)}.`)
				: finding(
						"C10",
						"error",
						cell,
						`The largest voucher is ${dollars(largest)}, above ${dollars(limit)} a year. Lower it.`,
					);
	return [
		biggest,
		average(),
		statement(form, "C10", "within-cost", "No voucher above the cost of attendance"),
		statement(form, "C10", "voucher-ages", "Vouchers end at 26 and after five years"),
	];
}

/** The services of Part II whose subpart 1 funds FFY2005 limits. */
const limited = ["child-care", "foster-family", "foster-group", "foster-residential", "adoption-subsidy"];

/** C11: subpart 1 for child care, foster care maintenance and adoption assistance, and foster care counted as match. FFY2005, not 1979. */
export function checkFfy2005({ edition, values }: CheckedForm): readonly MoneyFinding[] {
	const services = edition.parts.find(({ id }) => id === "two")?.lines ?? [];
	const cells = limited.filter((line) => services.some(({ id }) => id === line)).map((line) => `two.${line}.cws`);
	const planned = cells.reduce((so, cell) => so + centsAt(values, cell), 0);
	const sum = `${cells.map((cell) => dollars(centsAt(values, cell))).join(" + ")} = ${dollars(planned)}`;
	const hold = (base: string, cell: string, what: string, have: number): MoneyFinding => {
		const baseline = numberAt(values, `base.${base}.amount`);
		if (baseline === undefined) {
			if (have === 0) return finding("C11", "met", cell, `${what}: ${dollars(0)}, so no limit of FFY2005 is touched.`);
			return finding(
				"C11",
				"unknown",
				`base.${base}.amount`,
				`${what}: the State's amount of FFY2005 is not kept here. Enter it.`,
			);
		}
		if (have <= baseline) {
			return finding("C11", "met", cell, `${what}; FFY2005 was ${dollars(baseline)}, so not more.`);
		}
		return finding(
			"C11",
			"error",
			cell,
			`${what}; FFY2005 was ${dollars(baseline)}, so ${dollars(have - baseline)} too much. Lower it, or correct the baseline.`,
		);
	};
	const counted = centsAt(values, "work.match-foster-care.value");
	const older = numberAt(values, "base.level-1979.amount");
	const most = cells.find((cell) => centsAt(values, cell) > 0) ?? cells[0] ?? "";
	return [
		hold("ffy2005-federal", most, `Subpart 1 for child care, foster care maintenance and adoption: ${sum}`, planned),
		hold(
			"ffy2005-match",
			"work.match-foster-care.value",
			`Foster care maintenance counted as match: ${dollars(counted)}`,
			counted,
		),
		...(older === undefined
			? []
			: [
					finding(
						"C11",
						planned <= older ? "met" : "warning",
						"base.level-1979.amount",
						`The older level of 1979 (45 CFR 1357.30) was ${dollars(older)}; planned is ${dollars(planned)}. The statute now holds against FFY2005.`,
					),
				]),
	];
}

/** C12: State and local spending on subpart 2 beside that of 1992: federal funds may not take its place. */
export function checkBaseYear1992({ values }: CheckedForm): readonly MoneyFinding[] {
	const [have, base] = [numberAt(values, "work.spent-7.value"), numberAt(values, "base.base-1992.amount")];
	if (have === undefined || base === undefined) {
		const [cell, what] =
			base === undefined
				? ["base.base-1992.amount", "the amount of the base year 1992"]
				: ["work.spent-7.value", "State and local spending with subpart 2"];
		return [finding("C12", "unknown", cell, `Cannot be worked out yet: enter ${what}.`)];
	}
	const arithmetic = `State and local spending ${dollars(have)} - base year 1992 ${dollars(base)} = ${dollars(have - base)}`;
	return have >= base
		? [finding("C12", "met", "work.spent-7.value", `${arithmetic}, not below.`)]
		: [
				finding(
					"C12",
					"warning",
					"work.spent-7.value",
					`${arithmetic}, below. Federal funds may not take the place of State and local spending: explain it.`,
				),
			];
}
