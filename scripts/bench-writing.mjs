// What `npm run bench -- --writing` asks for: the pages of a Child and Family Services Plan of some 200 pages, asked for by many
// connections while twenty signed-in people save different fields of it every few seconds, as in the last weeks before 30 June.
import { setTimeout as wait } from "node:timers/promises";
import { load, timeOf } from "./bench-load.mjs";
import { signInAs } from "./bench-pages.mjs";

const sentence = "The Department looks at this with its partners each quarter and writes down what came of it. ";
const longText = Array.from({ length: 12 }, () => sentence.repeat(6)).join("\n\n");
const editionId = "us-cfsp-2025-2029";

export function clientFor(address, cookie) {
	return async (method, where, body) => {
		const response = await fetch(`${address}/api${where}`, {
			method,
			headers: { cookie, origin: address, "content-type": "application/json" },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${where} answers ${response.status}: ${text.slice(0, 300)}`);
		return text === "" ? undefined : JSON.parse(text);
	};
}

/** Starts a plan and writes every text of it, with services and goals: some 200 pages. Answers what the writers need. */
export async function writeLongPlan(ask, jurisdictionId) {
	const { id: documentId } = await ask("POST", "/plans", { jurisdictionId, editionId, startsOn: "2024-10-01" });
	const edition = await ask("GET", `/editions/${editionId}`);
	const fields = edition.sections.flatMap((section) =>
		section.fields
			.filter(({ from, scope }) => from === "answer" && scope === "document")
			.map(({ id, type }) => ({ section: section.id, id, type })),
	);
	const { facts } = await ask("GET", `/plans/${documentId}`);
	const versions = new Map(facts.answers.map(({ field, version }) => [field, version]));
	for (const { id, type } of fields) {
		const value = type === "text" ? longText : "One line";
		const saved = await ask("POST", `/plans/${documentId}/answers`, {
			...{ documentId, field: id, value, version: versions.get(id) ?? 0 },
		});
		versions.set(id, saved.version);
	}
	for (let i = 0; i < 150; i += 1) {
		await ask("POST", "/services", {
			jurisdictionId,
			...{ name: `Service ${i}`, description: sentence.repeat(3), area: "Whole State", population: sentence },
			category: ["family-preservation", "family-support", "family-reunification", "adoption-promotion"][i % 4],
			...{ provider: "Somebody", eligibility: sentence },
		});
	}
	const { id: focusAreaId } = await ask("POST", `/plans/${documentId}/components`, {
		...{ subjectKind: "other", codes: ["S1"], label: "Safety", origin: "agency-option" },
	});
	for (let i = 1; i <= 5; i += 1) {
		const { id: goalId } = await ask("POST", `/plans/${documentId}/goals`, {
			...{ focusAreaId, goalKind: "process", statement: `Goal ${i}: ${sentence}` },
		});
		for (let j = 1; j <= 3; j += 1) {
			const { id: strategyId } = await ask("POST", `/plans/${documentId}/strategies`, {
				goalId,
				statement: `Strategy ${j}: ${sentence}`,
			});
			for (let k = 1; k <= 3; k += 1) {
				await ask("POST", `/plans/${documentId}/milestones`, {
					strategyId,
					statement: `Activity ${k}: ${sentence}`,
				});
			}
		}
	}
	return { documentId, texts: fields.filter(({ type }) => type === "text"), versions };
}

/** The people who write: of the practice State, each given leave to write its plans, each with a session of their own. */
async function signInWriters(address, count, jurisdictionId) {
	const page = await fetch(`${address}/sign-in`).then((response) => response.text());
	const emails = [...new Set([...page.matchAll(/value="([^"@\s]+@[^"]+)"/g)].map(([, email]) => email))];
	const admin = clientFor(address, await signInAs(address, "colleen.rourke@halcyon.example"));
	const people = new Map((await admin("GET", "/people")).map(({ email, id }) => [email, id]));
	const writers = [];
	for (let i = 0; writers.length < count; i += 1) {
		const email = emails[i % emails.length];
		const personId = people.get(email);
		if (i < emails.length && personId) {
			await admin("POST", `/people/${personId}/roles`, { jurisdictionId, role: "county-planner", reason: "Measured." });
		}
		if (personId) writers.push(await signInAs(address, email));
		if (i > 20 * count) throw new Error("Nobody can be given leave to write.");
	}
	return { writers, persons: Math.min(emails.length, count) };
}

/** Saves every few seconds until told to stop. Each writer has a field of their own. */
async function keepWriting(ask, plan, { id }, { every, until, seed, times }) {
	let turn = 0;
	await wait((seed * every) / 20);
	while (!until.aborted) {
		turn += 1;
		const start = performance.now();
		const { version } = await ask("POST", `/plans/${plan.documentId}/answers`, {
			...{ field: id, version: plan.versions.get(id) ?? 0 },
			value: `${longText}\n\nWritten for the ${turn}th time by writer ${seed}.`,
		});
		plan.versions.set(id, version);
		times.push(performance.now() - start);
		await wait(every);
	}
}

/** Measures each page alone and while people write. Answers rows for the table and words on the plan. */
export async function measureWriting({ address, autocannon, values }) {
	const [seconds, connections] = [Number(values.seconds), Number(values.connections)];
	const writersWanted = Number(values.writers);
	const cookie = await signInAs(address, "odalys.marchetti@halcyon.example");
	const ask = clientFor(address, cookie);
	const state = (await ask("GET", "/jurisdictions")).find(({ kind }) => kind === "state");
	const plan = await writeLongPlan(ask, state.id);
	const pdf = await fetch(`${address}/api/plans/${plan.documentId}/papers/pdf`, { headers: { cookie } });
	const pages = (
		Buffer.from(await pdf.arrayBuffer())
			.toString("latin1")
			.match(/\/Type\s*\/Page\b/g) ?? []
	).length;
	const { writers, persons } = await signInWriters(address, writersWanted, state.id);
	console.log(`A plan of ${pages} pages; ${writers.length} writers signed in (${persons} persons).`);
	const targets = [
		{ name: "Document page", path: `/plans/${plan.documentId}` },
		{ name: "Longest section", path: `/plans/${plan.documentId}/sections/${longestSection(plan.texts)}` },
	];
	const rows = [];
	for (const target of targets) {
		const url = address + target.path;
		const run = { url, headers: { cookie }, connections };
		await load(autocannon, { ...run, duration: 2 });
		for (const writing of [false, true]) {
			const stop = new AbortController();
			const saves = [];
			const at = { every: Number(values.every) * 1000, until: stop.signal, times: saves };
			const work = writing
				? writers.map((each, seed) =>
						keepWriting(clientFor(address, each), plan, plan.texts[seed % plan.texts.length], { ...at, seed }),
					)
				: [];
			const { result, times } = await load(autocannon, { ...run, duration: seconds });
			stop.abort();
			await Promise.all(work);
			rows.push({ ...target, writing, result, times, saves: saves.toSorted((a, b) => a - b) });
			console.log(writingLine(rows.at(-1)));
		}
	}
	return { rows, pages, writers: writers.length, persons };
}

function longestSection(texts) {
	const counts = new Map();
	for (const { section } of texts) counts.set(section, (counts.get(section) ?? 0) + 1);
	return [...counts].toSorted((a, b) => b[1] - a[1])[0][0];
}

export function writingLine({ name, writing, result, times, saves }) {
	const cells = [
		...[name, writing ? "writing" : "nobody writes", Math.round(result.requests.average)],
		...[0.5, 0.95, 0.975].map((part) => timeOf(times, part)),
		...(saves.length === 0 ? ["–", "–"] : [saves.length, timeOf(saves, 0.95)]),
	];
	return `| ${cells.join(" | ")} |`;
}
