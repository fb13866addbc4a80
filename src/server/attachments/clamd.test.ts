import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { ClamdUrlInvalid, createClamdScanner, readClamdUrl } from "./clamd.ts";

const servers: Server[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A server that speaks as clamd does: it hands out what it was sent, and answers what it is told. */
async function clamd(answer: (content: Buffer) => string | undefined): Promise<string> {
	const server = createServer((socket) => serve(socket, answer));
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The test's server listens.");
	return `tcp://127.0.0.1:${address.port}`;
}

function serve(socket: Socket, answer: (content: Buffer) => string | undefined): void {
	let received = Buffer.alloc(0);
	socket.on("error", () => undefined);
	socket.on("data", (chunk: Buffer) => {
		received = Buffer.concat([received, chunk]);
		const content = contentOf(received);
		if (!content) return;
		const text = answer(content);
		if (text === undefined) socket.destroy();
		else socket.end(text);
	});
}

/** What was streamed, once the piece of no length has come. */
function contentOf(received: Buffer): Buffer | undefined {
	const command = "zINSTREAM\0";
	if (!received.subarray(0, command.length).equals(Buffer.from(command))) return undefined;
	const pieces: Buffer[] = [];
	for (let at = command.length; at + 4 <= received.length; ) {
		const length = received.readUInt32BE(at);
		if (length === 0) return Buffer.concat(pieces);
		pieces.push(received.subarray(at + 4, at + 4 + length));
		at += 4 + length;
	}
	return undefined;
}

describe("a scan", () => {
	it("sends the whole file in pieces and reads the verdict", async () => {
		const file = Buffer.alloc(300_000, "abc");
		let seen: Buffer | undefined;
		const scanner = createClamdScanner(
			await clamd((content) => {
				seen = content;
				return "stream: OK\0";
			}),
		);
		expect(await scanner.scan(file)).toEqual({ verdict: "clean" });
		expect(seen?.equals(file)).toBe(true);
	});

	it("tells what was found", async () => {
		const scanner = createClamdScanner(await clamd(() => "stream: Eicar-Test-Signature FOUND\0"));
		expect(await scanner.scan(Buffer.from("x"))).toEqual({ verdict: "infected", found: "Eicar-Test-Signature" });
	});

	it.each([
		["an error", "INSTREAM size limit exceeded. ERROR\0"],
		["no answer", ""],
		["half an answer", "stream: O"],
		["a closed door", undefined],
	])("is no verdict with %s: nothing is ever taken for clean", async (_, answer) => {
		const scanner = createClamdScanner(await clamd(() => answer));
		expect(await scanner.scan(Buffer.from("x"))).toMatchObject({ verdict: "unknown" });
	});

	it("is no verdict where nobody listens, or nobody answers in time", async () => {
		expect(await createClamdScanner("unix:///nowhere/clamd.ctl").scan(Buffer.from("x"))).toMatchObject({
			verdict: "unknown",
		});
		const silent = createServer((socket) => socket.on("error", () => undefined).resume());
		servers.push(silent);
		await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
		const address = silent.address();
		const port = typeof address === "object" && address ? address.port : 0;
		const said = await createClamdScanner(`tcp://127.0.0.1:${port}`, 50).scan(Buffer.from("x"));
		expect(said).toMatchObject({ verdict: "unknown", why: expect.stringContaining("no answer within") });
	});
});

describe("the address", () => {
	it.each([
		["tcp://localhost:3310", { host: "localhost", port: 3310 }],
		["tcp://scanner.county.example", { host: "scanner.county.example", port: 3310 }],
		["tcp://[::1]:3310", { host: "::1", port: 3310 }],
		["unix:///run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
		["unix:/run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
	])("%s", (url, address) => {
		expect(readClamdUrl(url)).toEqual(address);
	});

	it("is refused when it says nothing that can be used", () => {
		for (const url of ["http://localhost:3310", "tcp://", "unix://run", "localhost"]) {
			expect(() => readClamdUrl(url)).toThrow(ClamdUrlInvalid);
		}
	});
});
