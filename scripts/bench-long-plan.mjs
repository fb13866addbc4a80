// Prints a Child and Family Services Plan of some 200 pages as page, Word and PDF, and tells time and memory:
//   npx esbuild scripts/bench-long-plan.mjs --bundle --platform=node --format=esm --packages=external --outfile=.build/bench-long-plan.mjs
//   node .build/bench-long-plan.mjs
import path from "node:path";
import { performance } from "node:perf_hooks";
import { createPdfRenderer } from "../src/documents/pdf/create-pdf-renderer.ts";
import { buildPlanDocument } from "../src/documents/plan-document.ts";
import { renderPaper } from "../src/documents/render-paper.ts";
import { fieldsOf } from "../src/domain/document/edition.ts";
import { assemblePlan } from "../src/domain/plan/assemble-plan.ts";
import { getEdition } from "../src/frameworks/editions.ts";
import { samplePlanFacts } from "../test/support/sample-plan.ts";

const edition = getEdition("us-cfsp-2025-2029");
const sample = samplePlanFacts();
const sentence = "The Department looks at this with its partners each quarter and writes down what came of it. ";
const answers = fieldsOf(edition)
	.filter(({ from, scope }) => from === "answer" && scope === "document")
	.map(({ id, type }, i) => ({
		...sample.answers[0],
		...{ id: `00000000-0000-4000-8000-${String(900_000 + i).padStart(12, "0")}`, focusAreaId: null, field: id },
		value: type === "text" ? Array.from({ length: 12 }, () => sentence.repeat(6)).join("\n\n") : "One line",
	}));
const services = Array.from({ length: 150 }, (_, i) => ({
	...{ id: `00000000-0000-4000-8000-${String(800_000 + i).padStart(12, "0")}`, version: 1 },
	...{
		jurisdictionId: sample.jurisdiction.id,
		name: `Service ${i}`,
		description: sentence.repeat(3),
		area: "Whole State",
	},
	category: ["family-preservation", "family-support", "family-reunification", "adoption-promotion", "chafee"][i % 5],
	...{ population: sentence, provider: "Somebody", eligibility: sentence },
}));
const facts = {
	...sample,
	document: { ...sample.document, editionId: edition.id, title: "State of Halcyon Child and Family Services Plan" },
	...{ answers, services },
};
const mb = () => Math.round(process.memoryUsage().rss / 1_048_576);
const pdf = createPdfRenderer({ processEntry: path.resolve("src/documents/pdf/typst-process.mjs") });
try {
	const first = performance.now();
	const paper = buildPlanDocument(assemblePlan(facts), edition, { today: "2026-06-30", revisions: [], dueDates: [] });
	console.log(`built in ${Math.round(performance.now() - first)} ms; ${mb()} MB`);
	console.log(`pages: ${(await pdf.render(paper)).pages} (first PDF, with the start of its process)`);
	for (const format of ["html-fragment", "docx", "pdf"]) {
		const times = [];
		let bytes = 0;
		for (let i = 0; i < 5; i++) {
			const start = performance.now();
			bytes = (await renderPaper(paper, format, pdf)).bytes.length;
			times.push(Math.round(performance.now() - start));
		}
		times.sort((a, b) => a - b);
		console.log(
			`${format}: median ${times[2]} ms of 5 (${times[0]} to ${times[4]}), ${Math.round(bytes / 1024)} KB; ${mb()} MB`,
		);
	}
} finally {
	pdf.close();
}
