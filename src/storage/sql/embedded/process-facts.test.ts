import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { connectionUrl } from "./connection.ts";
import { parseLibraryLinks } from "./postgres-binaries.ts";
import { parsePostmasterFile } from "./postmaster-file.ts";
import { findProcess, parseProcStat } from "./process-identity.ts";
import { parsePasswd } from "./server-user.ts";
import { isShortEnough } from "./socket-folder.ts";

test("the name of a program may hold spaces and brackets", () => {
	const fields = Array.from({ length: 50 }, (_, index) => String(index + 3));
	const stat = `77 (a) (b c) S ${fields.slice(1).join(" ")}`;
	expect(parseProcStat(stat)).toEqual({ state: "S", startedAt: "22", name: "a) (b c" });
	expect(parseProcStat("")).toBeUndefined();
});

test("a running process is found with its program, one that ended is not", async () => {
	const child = spawn("sleep", ["30"], { cwd: "/tmp" });
	await once(child, "spawn");
	const found = await findProcess(child.pid ?? 0);
	expect(found).toMatchObject({ program: "sleep", command: "sleep 30" });
	expect(await findProcess(process.pid)).not.toMatchObject({ startedAt: found?.startedAt });
	child.kill("SIGKILL");
	await once(child, "exit");
	expect(await findProcess(child.pid ?? 0)).toBeUndefined();
	for (const pid of [0, -1, 1.5, Number.NaN]) expect(await findProcess(pid)).toBeUndefined();
});

test("a postmaster file is read while a server starts, runs and after a power cut", () => {
	const full = "4711\n/srv/data/postgres\n1790000000\n5432\n/srv/data/socket\n\n  12345    98306\nready   \n";
	expect(parsePostmasterFile(full)).toEqual({
		pid: 4711,
		dataFolder: "/srv/data/postgres",
		port: 5432,
		socketFolder: "/srv/data/socket",
		status: "ready",
	});
	expect(parsePostmasterFile("4711\n/srv/data/postgres\n")).toMatchObject({ pid: 4711, status: "", port: undefined });
	expect(parsePostmasterFile("")).toBeUndefined();
	expect(parsePostmasterFile("\0\0\0\0")).toBeUndefined();
	expect(parsePostmasterFile("-4711\n")).toBeUndefined();
});

test("accounts are read, other lines are left out", () => {
	const text = "root:x:0:0:root:/root:/bin/bash\n# note\n+::::::\npostgres:x:101:104::/var/lib/postgresql:/bin/bash\n";
	expect(parsePasswd(text)).toEqual([
		{ name: "root", uid: 0, gid: 0 },
		{ name: "postgres", uid: 101, gid: 104 },
	]);
});

test("only library links within their own folder are made", () => {
	const text = JSON.stringify([
		{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" },
		{ source: "native/lib/libpq.so.5.18", target: "native/bin/postgres" },
		{ source: "native/../../../etc/passwd", target: "native/../../../etc/shadow" },
		{ source: 1, target: "native/lib/x" },
		null,
	]);
	expect(parseLibraryLinks(text)).toEqual([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]);
	expect(parseLibraryLinks("{}")).toEqual([]);
});

test("a socket path counts in bytes, not letters", () => {
	expect(isShortEnough(`/tmp/${"a".repeat(79)}`)).toBe(true);
	expect(isShortEnough(`/tmp/${"a".repeat(80)}`)).toBe(false);
	expect(isShortEnough(`/tmp/${"ñ".repeat(40)}`)).toBe(false);
});

test("a url keeps passwords and folders with any sign in them", () => {
	const url = new URL(
		connectionUrl({ host: "/srv/a b&c", port: 5432, user: "post gres", password: "p@s/s?#", database: "through" }),
	);
	expect(decodeURIComponent(url.password)).toBe("p@s/s?#");
	expect(decodeURIComponent(url.username)).toBe("post gres");
	expect(url.searchParams.get("host")).toBe("/srv/a b&c");
});
