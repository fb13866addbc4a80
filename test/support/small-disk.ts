import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../../src/storage/sql/embedded/run-program.ts";

/** A disk of a few megabytes, for drills in which it fills up. */
export type SmallDisk = { readonly folder: string; remove(): Promise<void> };

/** Mounts a disk in memory. Undefined where this user may not: the drill cannot be made there. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | undefined> {
	const folder = await mkdtemp(join(tmpdir(), "throughline-disk-"));
	const size = `size=${megabytes}m`;
	const mounted = await runProgram("/bin/mount", ["-t", "tmpfs", "-o", size, "throughline-drill", folder]);
	if (mounted.exitCode !== 0) {
		await rm(folder, { recursive: true, force: true });
		return undefined;
	}
	return {
		folder,
		async remove() {
			await runProgram("/bin/umount", [folder]);
			await rm(folder, { recursive: true, force: true });
		},
	};
}
