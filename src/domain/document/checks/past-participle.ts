const irregular: Readonly<Record<string, string>> = {
	begin: "begun",
	bring: "brought",
	build: "built",
	buy: "bought",
	choose: "chosen",
	do: "done",
	draw: "drawn",
	find: "found",
	give: "given",
	hold: "held",
	keep: "kept",
	lead: "led",
	make: "made",
	meet: "met",
	pay: "paid",
	put: "put",
	run: "run",
	seek: "sought",
	send: "sent",
	set: "set",
	show: "shown",
	spend: "spent",
	take: "taken",
	teach: "taught",
	tell: "told",
	undertake: "undertaken",
	write: "written",
};
const doubling = /(?:plan|submit|refer|commit|permit|transfer|stop|equip|map|cut|drop)$/;

/** Participles that are no plain -ed form, for telling whether something is worded as done. */
export const irregularParticiples: ReadonlySet<string> = new Set(Object.values(irregular));

/** The past participle of an English verb in its base form: train, trained; write, written; submit, submitted. */
export function pastParticiple(verb: string): string {
	const known = irregular[verb];
	if (known) return known;
	if (verb.endsWith("e")) return `${verb}d`;
	if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
	if (doubling.test(verb)) return `${verb}${verb.slice(-1)}ed`;
	return `${verb}ed`;
}
