/**
 * A Throughline in small, for drills that kill it: starts the embedded database on the data folder given as argument,
 * prints `ready <pid of the server> <its url>` or `refused <message>`, and stops on SIGTERM; SIGUSR2 makes it
 * end without stopping the server. Tests bundle it with esbuild and run it with Node.
 */
import { startEmbeddedPostgres } from "../../src/storage/sql/embedded/start-embedded-postgres.ts";

const [dataDir = "", binaries = ""] = process.argv.slice(2);

try {
	const server = await startEmbeddedPostgres({
		dataDir,
		...(binaries === "" ? {} : { locateBinaries: () => Promise.resolve(binaries) }),
		log: (line) => console.error(line),
	});
	const stay = setInterval(() => {}, 60_000);
	process.once("SIGTERM", () => {
		clearInterval(stay);
		server.stop().then(
			() => process.exit(0),
			() => process.exit(2),
		);
	});
	process.once("SIGUSR2", () => process.exit(3));
	console.log(`ready ${server.pid} ${server.url}`);
} catch (error) {
	console.log(`refused ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
