import { defineConfig } from "vitest/config";

/**
 * `unit` tests need nothing but Node. `integration` tests get one real PostgreSQL for the whole run
 * (test/support/postgres-global-setup.ts); it is only started when one of them is run.
 */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				test: {
					name: "unit",
					include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
					exclude: ["**/node_modules/**", "src/**/*.int.test.ts", "src/**/*.int.test.tsx"],
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: "integration",
					include: ["src/**/*.int.test.ts", "src/**/*.int.test.tsx", "test/**/*.test.ts"],
					globalSetup: ["test/support/postgres-global-setup.ts"],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
