import { type Kysely, sql } from "kysely";
import { Observation } from "../../domain/measure/measure-facts.ts";
import type { FigureStore } from "../../operations/ports.ts";
import { snakeCase, withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

const batch = 500;

/** Observations: added by loads, never changed; a newer one of the same key takes the place of the current one. */
export function createFigureStore(transaction: Kysely<DB>): FigureStore {
	const base = () => transaction.selectFrom("app.observation").selectAll();
	return {
		async list(filter) {
			// "current" is said as the indexes say it: a parameter in its place would keep them from being used.
			let query = transaction.selectFrom("app.observation").where(sql<boolean>`current`);
			if (filter.jurisdictionIds) query = query.where("jurisdiction_id", "in", [...filter.jurisdictionIds, nobody]);
			if (filter.indicator !== undefined) query = query.where("indicator", "=", filter.indicator);
			if (filter.vintage !== undefined) query = query.where("vintage", "=", filter.vintage);
			const inOrder = (direction: "asc" | "desc") =>
				query
					.orderBy("jurisdiction_id")
					.orderBy("vintage")
					.orderBy("indicator")
					.orderBy("population_group")
					.orderBy("period_end", direction)
					.orderBy("period_start", direction);
			// The newest of each series are found in the index alone, and whole rows are read of those only.
			const newest = inOrder("desc")
				.distinctOn(["jurisdiction_id", "vintage", "indicator", "population_group"])
				.select("id");
			if (filter.newestOnly) query = query.where("id", "in", newest);
			const rows = await inOrder("asc").selectAll().execute();
			return rows.map(toObservation);
		},
		async findByIds(ids) {
			if (ids.length === 0) return [];
			return (
				await base()
					.where("id", "in", [...ids])
					.execute()
			).map(toObservation);
		},
		async ofLoad(loadId) {
			return (await base().where("load_id", "=", loadId).orderBy("indicator").orderBy("period_end").execute()).map(
				toObservation,
			);
		},
		async add(observations, replaced) {
			for (let at = 0; at < replaced.length; at += batch) {
				await transaction
					.updateTable("app.observation")
					.set({ current: false })
					.where("id", "in", replaced.slice(at, at + batch))
					.execute();
			}
			for (let at = 0; at < observations.length; at += batch) {
				const rows = observations.slice(at, at + batch).map((each) => ({ ...toRow(each), current: true }));
				await transaction.insertInto("app.observation").values(rows).execute();
			}
		},
	};
}

/** Keeps `in ()` valid when the list is empty: no jurisdiction has this id. */
const nobody = "00000000-0000-0000-0000-000000000000";

function toObservation(row: Readonly<Record<string, unknown>>): Observation {
	return Observation.parse(withFieldNames(row));
}

function toRow(observation: Observation) {
	return Object.fromEntries(Object.entries(observation).map(([field, value]) => [snakeCase(field), value])) as {
		[Field in keyof Observation as SnakeCase<Field>]: Observation[Field];
	};
}

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
	? First extends Lowercase<First>
		? `${First}${SnakeCase<Rest>}`
		: `_${Lowercase<First>}${SnakeCase<Rest>}`
	: Name;
