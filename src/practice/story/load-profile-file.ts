import { loadStateDataProfile } from "../../operations/load-state-data-profile.ts";
import type { ProfileFile } from "../figures/profile-file.ts";
import type { Session } from "./session.ts";

/** The State's data profile, loaded by the installation: the practice State has no data analyst of its own. */
export function loadProfileFile({ day, fileName, bytes }: ProfileFile): Session {
	return {
		day,
		name: `load ${fileName}`,
		async run(desk) {
			const jurisdictionId = desk.placeId("halcyon");
			const loaded = await desk.perform("installation", loadStateDataProfile, { jurisdictionId, fileName, bytes });
			if (loaded.result === "refused") throw new Error(loaded.problems.map((problem) => problem.message).join("\n"));
		},
	};
}
