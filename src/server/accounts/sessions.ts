import type { Pool } from "pg";
import { z } from "zod";
import type { SessionLimits } from "./accounts-options.ts";
import { findCookie, findSignedToken, hashToken, sessionCookieName } from "./session-cookie.ts";
import { idleEnd, isOver, shouldExtend, warnAt } from "./session-limits.ts";
import type { SignedInBy } from "./signed-in-by.ts";

/** A session in force: who is signed in, how, and until when. */
export type Session = {
	readonly accountId: string;
	readonly email: string;
	readonly sessionId: string;
	/** When the person signed in. */
	readonly createdAt: Date;
	readonly idleExpiresAt: Date;
	readonly absoluteExpiresAt: Date;
	/** From when the page should warn that the session is about to end. */
	readonly warnAt: Date;
	readonly signedInBy: SignedInBy;
	/** Whether the account has an authenticator app set up. */
	readonly totpEnabled: boolean;
};

/** A line of the list "Where you are signed in". */
export type SessionLine = {
	readonly sessionId: string;
	readonly createdAt: Date;
	readonly idleExpiresAt: Date;
	readonly signedInBy: SignedInBy;
	readonly address: string;
	readonly userAgent: string;
};

export interface Sessions {
	/**
	 * The session of a request's Cookie header, or undefined when there is none in force. One indexed query; once a minute
	 * at most a second one that moves the idle end. `extend: false` leaves the idle end alone: for requests that a page
	 * makes by itself, which say nothing of the person being there.
	 */
	find(cookieHeader: string | undefined, options?: { readonly extend?: boolean }): Promise<Session | undefined>;
	/** The person asked to stay: moves the idle end now. Undefined when the session is over already. */
	extend(cookieHeader: string | undefined): Promise<Session | undefined>;
	/** Sessions in force, newest first. */
	list(accountId: string): Promise<readonly SessionLine[]>;
	/** Ends one session of the account. False when the account has no such session. */
	end(accountId: string, sessionId: string): Promise<boolean>;
	/** Ends all sessions of the account but one. Returns how many. */
	endAll(accountId: string, butSessionId?: string): Promise<number>;
}

type Row = {
	id: string;
	user_id: string;
	created_at: Date;
	idle_expires_at: Date;
	expires_at: Date;
	signed_in_by: SignedInBy;
	email: string;
	two_factor_enabled: boolean;
};

/** The question of every request: prepared once a connection, which saves PostgreSQL from planning it each time. */
const findQuery = {
	name: "accounts-find-session",
	text: `select s.id, s.user_id, s.created_at, s.idle_expires_at, s.expires_at, s.signed_in_by, u.email, u.two_factor_enabled
		from accounts.session s join accounts.account_user u on u.id = s.user_id where s.token = $1`,
};

export function createSessions(options: {
	readonly pool: Pool;
	readonly secret: string;
	readonly baseUrl: string;
	readonly clock: () => Date;
	readonly limits: SessionLimits;
}): Sessions {
	const { pool, secret, clock, limits } = options;
	const cookieName = sessionCookieName(options.baseUrl);

	async function find(cookieHeader: string | undefined, when: "never" | "due" | "always") {
		const token = findSignedToken(findCookie(cookieHeader, cookieName), secret);
		if (token === undefined) return undefined;
		const { rows } = await pool.query<Row>({ ...findQuery, values: [hashToken(token)] });
		const row = rows[0];
		if (!row) return undefined;
		const now = clock();
		const session = sessionOf(row, limits);
		if (isOver(now, session)) {
			// Ended for good: a clock that is set back later cannot bring it to life again.
			await pool.query("delete from accounts.session where id = $1", [row.id]);
			return undefined;
		}
		if (when === "never" || (when === "due" && !shouldExtend(now, session, limits))) return session;
		const idleExpiresAt = idleEnd(now, session.absoluteExpiresAt, limits);
		await pool.query("update accounts.session set idle_expires_at = $2 where id = $1 and idle_expires_at < $2", [
			row.id,
			idleExpiresAt,
		]);
		return sessionOf({ ...row, idle_expires_at: idleExpiresAt }, limits);
	}

	return {
		find: (cookieHeader, settings) => find(cookieHeader, settings?.extend === false ? "never" : "due"),
		extend: (cookieHeader) => find(cookieHeader, "always"),
		list: async (accountId) => {
			const { rows } = await pool.query<Row & { ip_address: string | null; user_agent: string | null }>(
				`select id, created_at, idle_expires_at, signed_in_by, ip_address, user_agent from accounts.session
				 where user_id = $1 and expires_at > $2 and idle_expires_at > $2 order by created_at desc, id`,
				[accountId, clock()],
			);
			return rows.map((row) => ({
				sessionId: row.id,
				createdAt: row.created_at,
				idleExpiresAt: row.idle_expires_at,
				signedInBy: row.signed_in_by,
				address: row.ip_address ?? "",
				userAgent: row.user_agent ?? "",
			}));
		},
		end: async (accountId, sessionId) => {
			if (!isUuid(sessionId)) return false;
			const { rowCount } = await pool.query("delete from accounts.session where user_id = $1 and id = $2", [
				accountId,
				sessionId,
			]);
			return rowCount === 1;
		},
		endAll: async (accountId, butSessionId) => {
			const { rowCount } = await pool.query(
				"delete from accounts.session where user_id = $1 and id is distinct from $2::uuid",
				[accountId, butSessionId ?? null],
			);
			return rowCount ?? 0;
		},
	};
}

function isUuid(text: string): boolean {
	return z.uuid().safeParse(text).success;
}

function sessionOf(row: Row, limits: SessionLimits): Session {
	const ends = { idleExpiresAt: row.idle_expires_at, absoluteExpiresAt: row.expires_at };
	return {
		accountId: row.user_id,
		email: row.email,
		sessionId: row.id,
		createdAt: row.created_at,
		...ends,
		warnAt: warnAt(ends, limits),
		signedInBy: row.signed_in_by,
		totpEnabled: row.two_factor_enabled,
	};
}
