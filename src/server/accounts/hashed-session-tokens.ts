import type { BetterAuthOptions } from "better-auth";
import type { DBAdapter, Where } from "better-auth/adapters";
import { hashToken } from "./session-cookie.ts";

type Adapter = DBAdapter<BetterAuthOptions>;
type TransactionAdapter = Parameters<Parameters<Adapter["transaction"]>[0]>[0];
type Operations = Omit<Adapter, "transaction" | "id" | "createSchema" | "options">;

/**
 * better-auth keeps session tokens as they are. This stands between it and the database and keeps only their SHA-256:
 * tokens are hashed on the way in (values and conditions), and a row asked for by token comes back with that token.
 * Rows found in any other way carry the hash, which opens nothing.
 */
export function withHashedSessionTokens(adapter: Adapter): Adapter {
	return {
		...adapter,
		...hashingOperations(adapter),
		transaction: (callback) =>
			adapter.transaction((inner: TransactionAdapter) => callback({ ...inner, ...hashingOperations(inner) })),
	};
}

function hashingOperations(inner: Operations): Operations {
	return {
		create: async (call) => {
			const token: unknown = call.data.token;
			if (call.model !== "session" || typeof token !== "string") return inner.create(call);
			const row = await inner.create({ ...call, data: { ...call.data, token: hashToken(token) } });
			return { ...row, token } as never;
		},
		findOne: async <T>(call: Parameters<Operations["findOne"]>[0]) =>
			withToken(await inner.findOne<T>(hashed(call)), askedToken(call)),
		findMany: async (call) => inner.findMany(hashed(call)),
		count: async (call) => inner.count(hashed(call)),
		update: async <T>(call: Parameters<Operations["update"]>[0]) =>
			withToken(await inner.update<T>(hashed(call)), askedToken(call)),
		updateMany: async (call) => inner.updateMany(hashed(call)),
		delete: async (call) => inner.delete(hashed(call)),
		deleteMany: async (call) => inner.deleteMany(hashed(call)),
		consumeOne: async (call) => inner.consumeOne(hashed(call)),
		incrementOne: async (call) => inner.incrementOne(hashed(call)),
	};
}

type Call = { model: string; where?: Where[] | undefined; update?: Record<string, unknown> };

function hashed<T extends Call>(call: T): T {
	if (call.model !== "session") return call;
	const where = call.where?.map((each) =>
		each.field === "token" ? { ...each, value: hashedValue(each.value) } : each,
	);
	const token = call.update?.token;
	return {
		...call,
		...(where ? { where } : {}),
		...(typeof token === "string" ? { update: { ...call.update, token: hashToken(token) } } : {}),
	};
}

function hashedValue(value: Where["value"]): Where["value"] {
	if (typeof value === "string") return hashToken(value);
	return Array.isArray(value) ? value.map((each) => hashToken(String(each))) : value;
}

/** The token that a call asks for by equality, if it does. */
function askedToken(call: Call): string | undefined {
	if (call.model !== "session") return undefined;
	const asked = call.where?.find((each) => each.field === "token" && (each.operator ?? "eq") === "eq");
	return typeof asked?.value === "string" ? asked.value : undefined;
}

function withToken<T>(row: T | null, token: string | undefined): T | null {
	return row && token !== undefined ? { ...row, token } : row;
}
