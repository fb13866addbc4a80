import type { Actor } from "./may.ts";

/** The software itself, as actor of set-up and scheduled work. The database knows the same id (0001-foundation.sql). */
export const installationPersonId = "00000000-0000-4000-8000-000000000001";

/** Acts for the installation: creates jurisdictions and people, anchors the log. It cannot sign in. */
export const installationActor: Actor = {
	personId: installationPersonId,
	name: "Throughline (installation)",
	grants: [{ role: "installation", jurisdictionId: installationPersonId }],
};
