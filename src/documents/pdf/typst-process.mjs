// The process that prints PDF files. It runs apart from the server, so that a long document does not hold up a page and
// a crash of the compiler ends nothing else. It is plain JavaScript because Node starts it by its path, from the sources
// in tests and beside the bundle in production. It answers each message { id, template, data, fontPaths, timestamp }
// with { id, pdf, pages, sections, items } or { id, problems: [message] }.
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";

const WORKSPACE = "/";
const CACHED_RUNS = 2;

let compiler;

function compile({ template, data, fontPaths }) {
	compiler ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths }] });
	compiler.mapShadow(`${WORKSPACE}document.json`, Buffer.from(data));
	try {
		const result = compiler.compile({ mainFileContent: template });
		const document = result.result;
		if (!document) return { problems: problemsOf(compiler, result.takeError() ?? result.takeDiagnostics()) };
		const [sections] = compiler.query(document, { selector: "<pages-by-section>", field: "value" });
		const [items] = compiler.query(document, { selector: "<pages-by-item>", field: "value" });
		const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 });
		return { pdf, pages: document.numOfPages, sections, items };
	} finally {
		compiler.unmapShadow(`${WORKSPACE}document.json`);
		compiler.evictCache(CACHED_RUNS);
	}
}

function problemsOf(compiler, error) {
	return error ? compiler.fetchDiagnostics(error).map((diagnostic) => String(diagnostic.message)) : ["no document"];
}

process.on("message", (job) => {
	let answer;
	try {
		answer = compile(job);
	} catch (error) {
		answer = { problems: [error instanceof Error ? error.message : String(error)] };
	}
	process.send({ id: job.id, ...answer });
});
process.on("disconnect", () => process.exit(0));
