import { irregularParticiples, pastParticiple } from "./past-participle.ts";

/**
 * How a milestone is worded. `done`: as something completed. `promise`: as something that will happen ("will be trained").
 * `task`: as an instruction ("Develop a protocol"). `unclear`: neither, so nobody can see when it is reached.
 */
export type MilestoneWording =
	| { readonly wording: "done" }
	| { readonly wording: "promise" | "task" | "unclear"; readonly suggestion: string | undefined };

const verbs = words(
	"adopt analyze apply assess assign begin build collaborate collect communicate complete conduct convene coordinate create decrease define deliver determine develop discuss distribute educate encourage engage enhance ensure establish evaluate examine expand explore facilitate finalize find form gather give hire hold identify implement improve increase inform initiate install integrate introduce investigate issue keep launch lead maintain make meet monitor negotiate notify obtain offer organize participate prepare present promote propose provide publish purchase recruit reduce refer refine revise send seek select share sign start strengthen submit take teach train update use utilize work write",
);
/** Verbs that are nouns as well: "Review of cases completed" is done, "Review cases" is a task. */
const verbsOrNouns = words(
	"audit contract design draft partner pilot plan release report research review schedule study support survey test track",
);
/** Verbs without an object of their own, or that say too little: no rewriting is offered. */
const unhelpful = words(
	"work continue collaborate communicate participate ensure improve explore encourage engage maintain promote support enhance strengthen partner",
);
const prepositions = words(
	"for in on with to by at from about through within across among between during under into before after as using",
);
const adjectives = words("united limited related dedicated needed detailed advanced experienced");

/** Judges the wording and offers one that says the same as done, where that can be worked out (SIP-61). */
export function judgeMilestoneWording(statement: string): MilestoneWording {
	const text = statement
		.trim()
		.replace(/\s+/gu, " ")
		.replace(/[.;]+$/u, "");
	const promise =
		/\b(?:will|shall|should|must|to be|(?:is|are) (?:going|planned|expected) to|plans? to|intends? to)\b/iu;
	if (promise.test(text)) return { wording: "promise", suggestion: rewritePromise(text) };
	const first = (/^[A-Za-z-]+/u.exec(text)?.[0] ?? "").toLowerCase();
	if (first === "continue" || verbs.has(first)) return { wording: "task", suggestion: rewriteTask(text) };
	if (saysDone(text)) return { wording: "done" };
	if (verbsOrNouns.has(first)) return { wording: "task", suggestion: rewriteTask(text) };
	return { wording: "unclear", suggestion: undefined };
}

/** Does the text hold a past participle or "in place", so that a state is described that somebody can see? */
function saysDone(text: string): boolean {
	if (/\bin (?:place|use|effect|operation)\b/iu.test(text)) return true;
	return (text.toLowerCase().match(/[a-z-]+/gu) ?? []).some(
		(word) =>
			irregularParticiples.has(word) || (/[a-z]{2}ed$/u.test(word) && !/eed$/u.test(word) && !adjectives.has(word)),
	);
}

/** "All staff will be trained" becomes "All staff trained"; "The agency will develop X" becomes "X developed". */
function rewritePromise(text: string): string | undefined {
	const passive =
		/^(.+?) (?:will|shall|should|must|(?:is|are) (?:going|planned|expected) to|to) (?:all )?be (?:fully )?([a-z]+(?:ed|en|t|d|n|un))\b(.*)$/iu.exec(
			text,
		);
	if (passive && saysDone(passive[2] ?? "")) return sentence(`${passive[1]} ${passive[2]}${passive[3]}`);
	const toBe = /^(.+?) to be ([a-z]+)\b(.*)$/iu.exec(text);
	if (toBe && saysDone(toBe[2] ?? "")) return sentence(`${toBe[1]} ${toBe[2]}${toBe[3]}`);
	const active =
		/^.+? (?:will|shall|should|must|(?:is|are) (?:going|planned|expected) to|plans? to|intends? to) (?:also )?(.+)$/iu.exec(
			text,
		);
	return active ? rewriteTask(active[1] ?? "") : undefined;
}

/** "Develop a protocol for visits" becomes "Protocol developed for visits"; "Write and sign X" becomes "X written and signed". */
function rewriteTask(text: string): string | undefined {
	const match = /^([A-Za-z]+)(?:(,| and) ([a-z]+))? (?:(?:a|an|the) )?(.+)$/u.exec(text);
	if (!match) return undefined;
	const first = (match[1] ?? "").toLowerCase();
	const second = match[3];
	const pair = second !== undefined && match[2] === " and" && isVerb(second);
	if (!isVerb(first) || unhelpful.has(first) || (second !== undefined && !pair)) return undefined;
	const done = pair ? `${pastParticiple(first)} and ${pastParticiple(second)}` : pastParticiple(first);
	const [object, rest] = splitObject(match[4] ?? "");
	return object === "" || saysDone(object) ? undefined : sentence(`${object} ${done}${rest}`);
}

/** The thing acted upon, and what follows from the first preposition on. */
function splitObject(text: string): readonly [string, string] {
	const parts = text.split(" ");
	const at = parts.findIndex((word, i) => i > 0 && prepositions.has(word.toLowerCase()));
	if (prepositions.has((parts[0] ?? "").toLowerCase())) return ["", ""];
	return at < 0 ? [text, ""] : [parts.slice(0, at).join(" "), ` ${parts.slice(at).join(" ")}`];
}

function isVerb(word: string): boolean {
	return verbs.has(word) || verbsOrNouns.has(word);
}

function sentence(text: string): string {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}
