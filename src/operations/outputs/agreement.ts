import type { z } from "zod";

/**
 * A type as it goes over the wire in JSON: moments are texts, nothing is readonly, and what is undefined is left out.
 * Two types with the same wire form cannot be told apart by whoever reads the answer.
 */
export type Wire<T> = T extends Date
	? string
	: T extends string | number | boolean | null | undefined
		? T
		: T extends readonly (infer Each)[]
			? Wire<Each>[]
			: T extends object
				? WireObject<T>
				: T;

type WireObject<T> = {
	[K in keyof T as undefined extends T[K] ? never : K]-?: Wire<T[K]>;
} & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Wire<Exclude<T[K], undefined>>;
};

/**
 * Holds a schema to a type, as the rest parameters of a function: none where the two agree. Where the schema says more or
 * less than the type, an argument is asked for that nobody can give, and the compiler names what is wrong.
 */
export type Agreement<Schema extends z.ZodType, T> = unknown extends T
	? [] // The compiler's first look at a call, before it knows the type.
	: [Wire<z.output<Schema>>] extends [Wire<T>]
		? [Wire<T>] extends [Wire<z.output<Schema>>]
			? []
			: [theSchemaRefusesWhatTheTypeAllows: Wire<T>]
		: [theSchemaAllowsWhatTheTypeRefuses: Wire<T>];

/** A schema of a type that is written elsewhere. The compiler holds the two together. */
export function schemaOf<T>(): <Schema extends z.ZodType>(schema: Schema, ...agrees: Agreement<Schema, T>) => Schema {
	return (schema, ..._agrees) => schema;
}
