import { defineConfig } from "vitest/config";

/**
 * `unit` tests need nothing but Node. `integration` tests get one real PostgreSQL for the whole run
 * (test/support/postgres-global-setup.ts), and `browser` tests the built program with its practice state and one Chromium
 * (test/support/browser-global-setup.ts); each is only started when one of its tests is run. Files share the modules of their
 * worker (`isolate: false`): loading them anew for each of 250 files took a third of the run, and no test mocks or changes one.
 */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				test: {
					name: "unit",
					isolate: false,
					include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
					exclude: ["**/node_modules/**", "src/**/*.int.test.ts", "src/**/*.int.test.tsx"],
					testTimeout: 30_000,
				},
			},
			{
				// As the program runs: React for development takes four times as long, and these tests make thousands of pages.
				oxc: { jsx: { development: false } },
				test: {
					name: "integration",
					isolate: false,
					env: { NODE_ENV: "production" },
					include: ["src/**/*.int.test.ts", "src/**/*.int.test.tsx", "test/**/*.test.ts"],
					globalSetup: ["test/support/postgres-global-setup.ts"],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: "browser",
					isolate: false,
					include: ["test/e2e/**/*.e2e.ts"],
					globalSetup: ["test/support/browser-global-setup.ts"],
					testTimeout: 540_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
