import { sql } from "kysely";
import type { Actor } from "../../domain/people/may.ts";
import { Role } from "../../domain/people/roles.ts";
import type { Database } from "./database.ts";

/** A person who can sign in, with what the frame of every page shows. */
export type SignedInPerson = Actor & {
	readonly title: string;
	readonly jurisdictionId: string;
	readonly place: string;
	/**
	 * What the database had committed when it was asked (`pg_current_snapshot`). The same mark again means that nothing at
	 * all has been written in between.
	 */
	readonly changeMark: string;
};

/**
 * The person behind an e-mail address with all their roles, or undefined when there is none or they may not sign in.
 * The first question of every request, asked before anybody is known.
 */
export async function findActor(database: Database, email: string): Promise<SignedInPerson | undefined> {
	const { rows } = await sql<{
		person_id: string;
		name: string;
		title: string;
		jurisdiction_id: string;
		place: string;
		grants: { role: string; jurisdictionId: string }[];
		mark: string;
	}>`select * from app.actor_for_email(${email})`.execute(database);
	const row = rows[0];
	if (!row) return undefined;
	return {
		personId: row.person_id,
		name: row.name,
		title: row.title,
		jurisdictionId: row.jurisdiction_id,
		place: row.place,
		changeMark: row.mark,
		grants: row.grants.map((grant) => ({ role: Role.parse(grant.role), jurisdictionId: grant.jurisdictionId })),
	};
}
