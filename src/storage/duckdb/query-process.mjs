// The process in which DuckDB reads stored rows. It runs apart from the server, so that a query that runs out of memory ends nothing
// else. It is plain JavaScript because Node starts it by its path, from the sources in tests and beside the bundle in production.
// It answers { id, settings } by opening a database in memory, { id, statement } by running it and { id, question } with
// { id, rows }; what goes wrong is { id, problem }.
import { DuckDBInstance } from "@duckdb/node-api";

let connection;

async function open(settings) {
	const instance = await DuckDBInstance.create(":memory:");
	connection = await instance.connect();
	for (const setting of settings) await connection.run(setting);
	return { rows: [] };
}

async function ask(question) {
	const reader = await connection.runAndReadAll(question);
	return { rows: reader.getRowObjectsJson(), types: reader.columnTypes().map(String), names: reader.columnNames() };
}

async function answer({ settings, statement, question }) {
	if (settings) return open(settings);
	if (question) return ask(question);
	await connection.run(statement);
	return { rows: [] };
}

// One after the other, in the order in which they were sent.
let last = Promise.resolve();
process.on("message", (message) => {
	last = last
		.then(() => answer(message))
		.catch((error) => ({ problem: error instanceof Error ? error.message : String(error) }))
		.then((result) => process.send({ id: message.id, ...result }));
});
process.on("disconnect", () => process.exit(0));
