// A State of many counties with years of history, for `npm run bench -- --counties 58`: the practice state's own counties, and
// copies of two of them, fact by fact and action by action, under new names and ids. Ids come from the seed, so the same seed gives
// the same State. Rows are copied by the database's superuser past the policies: this is for measuring, never for an installation.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The counties that are copied: one with two plans, its updates and all figures, one whose plan had a full review. */
const templates = { whole: "99001", plans: "99007" };

/** Tables that hold no facts of a county, or what is worked out from them. */
const leftOut = new Set(["anchor", "context_key", "practice_state", "notification"]);

/** Opens the superuser's way into the database that the program runs on this data folder. */
export async function connect(dataDir) {
	const { default: pg } = await import("pg");
	const client = new pg.Client({
		// The fifth line of the server's own file names the folder of its socket.
		host: readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[4],
		user: "postgres",
		password: readFileSync(path.join(dataDir, "postgres-password"), "utf8").trim(),
		database: "throughline",
	});
	await client.connect();
	return client;
}

/** Adds counties until there are so many. Answers what is there then. */
export async function addCounties(client, { counties, seed }) {
	const tables = await tablesOfCounties(client);
	const existing = Number(
		(await client.query("select count(*) from app.jurisdiction where kind = 'county'")).rows[0].count,
	);
	await client.query("set session_replication_role = replica");
	await client.query("begin");
	const whole = await readCounty(client, tables, templates.whole, () => true);
	const plans = await readCounty(client, tables, templates.plans, (table) => !aboutPlace.has(table));
	const { rows: people } = await client.query("select id, name from app.person");
	const personId = (name) => people.find((each) => each.name === name).id;
	const aliases = new Map(standIns.map(([theirs, ours]) => [personId(theirs), personId(ours)]));
	for (let number = existing + 1; number <= counties; number += 1) {
		const copy = copier({ number, seed, aliases, from: [whole, plans] });
		for (const { name, columns } of tables) {
			const rows = [whole, plans].flatMap(({ rows }) => rows.get(name) ?? []).map((row) => copy(name, row));
			await insert(client, name, columns, rows);
		}
	}
	await client.query("commit");
	await client.query("set session_replication_role = origin");
	await client.query("analyze");
	const count = async (table, where = "true") =>
		Number((await client.query(`select count(*) from app.${table} where ${where}`)).rows[0].count);
	return {
		counties: await count("jurisdiction", "kind = 'county'"),
		people: await count("person"),
		plans: await count("document"),
		milestones: await count("milestone"),
		figures: await count("observation"),
		actions: await count("action"),
	};
}

/**
 * Makes the newest improvement plan of the first county as long as a plan of 25 pages: its texts are said several times over, in the
 * rows alone. Answers its id.
 */
export async function lengthenPlan(client) {
	const { rows } = await client.query(
		`
		select d.id from app.document d join app.jurisdiction j on j.id = d.jurisdiction_id
		where j.code = $1 and d.update_of is null and d.edition_id = 'ca-ccfsr-2004' order by d.id desc limit 1`,
		[templates.whole],
	);
	const { id } = rows[0];
	await client.query("set session_replication_role = replica");
	await client.query(
		`update app.answer set value = left(repeat(value || E'\n\n', 150), 9000)
		where document_id = $1 and length(value) > 60`,
		[id],
	);
	await client.query(
		`update app.strategy s set rationale = left(repeat(rationale || ' ', 30), 3900)
		from app.goal_use u where u.document_id = $1 and u.goal_id = s.goal_id`,
		[id],
	);
	await client.query("set session_replication_role = origin");
	return id;
}

/** What belongs to the place and not to its plans: copied once. */
const aboutPlace = new Set([
	...["jurisdiction", "jurisdiction_path", "person", "role_grant", "observation", "figure_load", "stored_file"],
]);

const kindsAboutPlace = "'jurisdiction', 'person', 'role-grant'";

/** Who of the first county stands for whom of the second in a copy. */
const standIns = [
	["Beatriz Olmedo", "Maribel Fontes"],
	["Curtis Eaglin", "Desmond Achebe"],
	["Naomi Feldstein", "Lorraine Whitcomb"],
];

async function tablesOfCounties(client) {
	const { rows } = await client.query(`
		select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
		from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
		where c.table_schema = 'app' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
		group by c.table_name
		having bool_or(c.column_name = 'jurisdiction_id') or c.table_name in ('jurisdiction', 'person')`);
	return rows.filter(({ name }) => !leftOut.has(name));
}

/** Every row of a county, as JSON, with the ids that are its own. */
async function readCounty(client, tables, code, isWanted) {
	const { rows: places } = await client.query("select id from app.jurisdiction where code = $1", [code]);
	const { id } = places[0];
	const own = new Set([id]);
	const rows = new Map();
	for (const { name } of tables.filter((table) => isWanted(table.name))) {
		const where = name === "jurisdiction" ? "id" : "jurisdiction_id";
		const order = name === "action" ? "order by seq" : "";
		const also = name === "action" && !isWanted("jurisdiction") ? `and kind not in (${kindsAboutPlace})` : "";
		const { rows: found } = await client.query(
			`select to_jsonb(t)::text as row from app.${name} t where ${where} = $1 ${also} ${order}`,
			[id],
		);
		rows.set(
			name,
			found.map(({ row }) => row),
		);
		for (const { row } of found) {
			const values = JSON.parse(row);
			if (typeof values.id === "string") own.add(values.id);
			if (name === "action") own.add(values.subject).add(values.root);
		}
	}
	return { id, own, rows };
}

/** Makes one row of a new county out of one of a template. */
function copier({ number, seed, aliases, from }) {
	const place = idOf(seed, number, "place");
	const name = countyName(number);
	const heads = new Map();
	const newId = (known) => {
		const id = aliases.get(known) ?? known;
		if (from.some((each) => each.id === id)) return place;
		return from.some(({ own }) => own.has(id)) ? idOf(seed, number, id) : id;
	};
	return (table, text) => {
		const row = JSON.parse(text.replace(uuid, newId));
		if (table === "jurisdiction") Object.assign(row, { name, code: `99${String(100 + number)}` });
		if (table === "person") row.email = `${number}.${row.email}`;
		if (table === "document") row.title = row.title.replace(/^\w+ County/u, name);
		if (table === "snapshot") row.sha256 = createHash("sha256").update(row.content).digest("hex");
		if (table === "action") {
			// The chain of each fact is whole again: its bodies name the new ids, so their hashes are new.
			const previous = heads.get(row.subject) ?? "0".repeat(64);
			row.body = row.body.replace(/"previous":"[0-9a-f]{64}"/, `"previous":"${previous}"`);
			row.hash = createHash("sha256").update(row.body).digest("hex");
			heads.set(row.subject, row.hash);
		}
		return row;
	};
}

async function insert(client, table, columns, rows) {
	const list = columns.map((each) => `"${each}"`).join(", ");
	for (let start = 0; start < rows.length; start += 1000) {
		await client.query(
			`insert into app.${table} (${list}) select ${list} from jsonb_populate_recordset(null::app.${table}, $1::jsonb)`,
			[JSON.stringify(rows.slice(start, start + 1000))],
		);
	}
}

/** A version 4 UUID that the seed decides. */
function idOf(seed, number, id) {
	const hex = createHash("sha256").update(`${seed} ${number} ${id}`).digest("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const beginnings = ["Ash", "Bell", "Cole", "Dunn", "Elk", "Fern", "Gray", "Hale", "Iron", "Juniper"];
const endings = ["brook", "dale", "field", "ford", "mont", "ridge"];

function countyName(number) {
	const [beginning, ending] = [
		beginnings[number % beginnings.length],
		endings[Math.floor(number / 10) % endings.length],
	];
	return `${beginning}${ending} County`;
}
