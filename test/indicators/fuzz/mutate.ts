import type { Random } from "../../../src/practice/random.ts";

// Ways in which a file is spoiled. Each takes the bytes of a good file and answers those of a bad one.

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const encode = (text: string) => Buffer.from(text, "latin1");

function insert(bytes: Buffer, at: number, more: Buffer): Buffer {
	return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

const somewhere = (bytes: Buffer, random: Random) => random.whole(0, Math.max(0, bytes.length - 1));

export const mutations: Readonly<Record<string, Mutation>> = {
	bits(bytes, random) {
		const copy = Buffer.from(bytes);
		for (let count = random.whole(1, 20); count > 0; count--) {
			const at = somewhere(copy, random);
			copy[at] = (copy[at] ?? 0) ^ (1 << random.whole(0, 7));
		}
		return copy;
	},
	cutEnd: (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
	cutStart: (bytes, random) => bytes.subarray(somewhere(bytes, random)),
	leaveOut(bytes, random) {
		const at = somewhere(bytes, random);
		return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.whole(1, 400))]);
	},
	repeat(bytes, random) {
		const at = somewhere(bytes, random);
		return insert(bytes, at, bytes.subarray(at, at + random.whole(1, 2000)));
	},
	splice(bytes, random) {
		const other = somewhere(bytes, random);
		return Buffer.concat([bytes.subarray(0, somewhere(bytes, random)), bytes.subarray(other)]);
	},
	noise: (bytes, random) => insert(bytes, somewhere(bytes, random), Buffer.from(random.bytes(random.whole(1, 300)))),
	zeros: (bytes, random) => insert(bytes, somewhere(bytes, random), Buffer.alloc(random.whole(1, 50))),
	utf16: (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString("latin1"), "utf16le")]),
	mark: (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
	latin: (bytes, random) => insert(bytes, somewhere(bytes, random), encode("Peña Muñoz")),
	longLine: (bytes, random) => insert(bytes, somewhere(bytes, random), Buffer.alloc(10_000_000, "x")),
	doctype: (bytes) => Buffer.concat([encode('<!DOCTYPE a SYSTEM "file:///etc/passwd">'), bytes]),
	entities: (bytes, random) => insert(bytes, somewhere(bytes, random), encode("&lol;&#0;&amp;&#x1F600;")),
	tags: (bytes, random) =>
		insert(bytes, somewhere(bytes, random), encode(random.next() < 0.5 ? "<record>" : "</record></record>")),
	deep: (bytes, random) => insert(bytes, somewhere(bytes, random), encode("<a>".repeat(300))),
	lineEnds: (bytes, random) =>
		encode(bytes.toString("latin1").replaceAll("\n", ["\r\n", "\r", "\n\n", ""][random.whole(0, 3)] ?? "\n")),
	empty: () => Buffer.alloc(0),
};

/** An XML whose entities would grow to gigabytes. */
export const entityBomb = encode(
	`<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 30 }, (_, level) => `<!ENTITY a${level} "&a${level - 1};&a${level - 1};">`).join("")}]><root>&a29;</root>`,
);
