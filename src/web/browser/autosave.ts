import { clockTime } from "./clock-time.ts";
import type { Connection } from "./connection.ts";
import { clearMessages, clearTheirs, showProblems, showTheirs } from "./field-messages.ts";
import { controlsOf, valuesOf } from "./form-fields.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { nextSave, quietForm, type SaveEvent, type SaveState } from "./save-state.ts";
import { type SaveAnswer, sendForm } from "./send-form.ts";

const pause = 2000;

type AutosaveParts = {
	readonly now: () => Date;
	readonly kept: KeptTexts;
	readonly connection: Connection;
	/** The server has said when the session ends now. */
	readonly onSession: (endsAt: string) => void;
	readonly onSignedOut: () => void;
};

/** A form that saves itself. */
export type SavingForm = {
	readonly form: HTMLFormElement;
	readonly isUnsaved: () => boolean;
	/** The server can be reached again. */
	readonly reachable: () => void;
	/** The page is going: keep or send what is not saved. */
	readonly leave: () => void;
	/** Values were put back into the form from the device. */
	readonly putBack: () => void;
};

/** Where a form's text is kept on the device: by page and form. */
export function keyOf(form: HTMLFormElement): string {
	return `${location.pathname}#${form.id || new URL(form.action).pathname}`;
}

/** Saves a form when a field is left and two seconds after typing stops, says when, and never moves the cursor. */
export function autosave(form: HTMLFormElement, parts: AutosaveParts): SavingForm {
	let state: SaveState = form.dataset.unsaved ? { ...quietForm, unsaved: true } : quietForm;
	let timer: number | undefined;
	let touched = new Set<string>();
	const key = keyOf(form);
	const status = form.querySelector<HTMLElement>("[data-save-status]");
	const say = (words: string) => {
		if (status && status.textContent !== words) status.textContent = words;
	};

	function happen(event: SaveEvent, keepalive = false): void {
		const [next, effect] = nextSave(state, event);
		state = next;
		if (effect !== "none") window.clearTimeout(timer);
		if (effect === "wait") timer = window.setTimeout(() => happen({ type: "paused" }), pause);
		if (effect === "send") void send(keepalive);
		if (state.unsaved && state.phase !== "quiet" && state.phase !== "saved") keep();
	}

	async function send(keepalive: boolean): Promise<void> {
		state = { ...state, saving: true };
		const sent = touched;
		touched = new Set();
		const before = new Map(valuesOf(form));
		const answer = await sendForm(form, form.dataset.autosave === "touched" ? sent : undefined, keepalive);
		if (answer.outcome !== "saved") touched = new Set([...sent, ...touched]);
		takeVersions(answer);
		happen({ type: "answered", outcome: answer.outcome });
		show(answer, before);
		if (!state.unsaved) parts.kept.forget(key);
	}

	function takeVersions({ versions = {}, sessionEnds }: SaveAnswer): void {
		for (const input of form.querySelectorAll<HTMLInputElement>("input[data-version]")) {
			const version = versions[input.name];
			if (version !== undefined) input.value = String(version);
		}
		if (sessionEnds) parts.onSession(sessionEnds);
	}

	function show(answer: SaveAnswer, before: ReadonlyMap<string, string>): void {
		if (answer.outcome !== "offline" && answer.outcome !== "fault") clearMessages(form);
		switch (answer.outcome) {
			case "saved":
				clearTheirs(form);
				takeValues(answer.values ?? {}, before);
				takeParts(answer.parts ?? {});
				// What was typed meanwhile is not saved: it follows, and nobody is told that it was kept before it is.
				say(
					state.unsaved ? "Saving…" : `Saved at ${clockTime(answer.savedAt ? new Date(answer.savedAt) : parts.now())}`,
				);
				return;
			case "clash":
				showTheirs(form, answer.clashes ?? [], answer.alertHtml ?? "");
				showProblems(form, answer.problems ?? []);
				say("Not saved: somebody else has changed this. Both texts are here; press Save to keep yours.");
				return;
			case "invalid":
				showProblems(form, answer.problems ?? []);
				say(`Not saved: ${(answer.problems ?? []).map(({ message }) => message).join(" ")}`);
				return;
			case "signed-out":
				say(`Not saved: you are signed out. ${keptWords()}`);
				parts.onSignedOut();
				return;
			case "refused":
				say(`Not saved. ${answer.message ?? "The server refused it."}`);
				return;
			default:
				parts.connection.lost();
				say(`Not saved yet: the server cannot be reached. ${keptWords()}`);
		}
	}

	/** Fills in what the server has worked out, where the person has not typed since. */
	function takeValues(values: Readonly<Record<string, string>>, before: ReadonlyMap<string, string>): void {
		for (const control of controlsOf(form)) {
			const value = values[control.name];
			const untouched = control.value === (before.get(control.name) ?? "") && control !== document.activeElement;
			if (value !== undefined && control.type !== "hidden" && untouched) control.value = value;
		}
	}

	/** Shows what the server has worked out anew of parts that hold no control. */
	function takeParts(shown: Readonly<Record<string, string>>): void {
		for (const [id, html] of Object.entries(shown)) {
			const part = document.getElementById(id);
			if (part && part.innerHTML !== html) part.innerHTML = html;
		}
	}

	let isKept = true;
	function keep(): void {
		isKept = parts.kept.keep(key, { at: parts.now().getTime(), values: valuesOf(form) });
	}
	const keptWords = () =>
		isKept
			? "Your text is kept on this device."
			: "This device cannot keep it: leave this page open, or copy your text.";

	form.addEventListener("input", (event) => {
		noteTouched(event);
		happen({ type: "typed" });
	});
	form.addEventListener("change", (event) => {
		noteTouched(event);
		happen({ type: "left" });
	});
	// A text that is changed and changed back fires no "change" when it is left.
	form.addEventListener("focusout", () => happen({ type: "paused" }));
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		if (form.dataset.autosave === "touched") for (const control of controlsOf(form)) touched.add(control.name);
		happen({ type: "pressed" });
	});

	function noteTouched(event: Event): void {
		const control = event.target;
		if (control instanceof HTMLElement && "name" in control) touched.add(String(control.name));
	}

	return {
		form,
		isUnsaved: () => state.unsaved,
		reachable: () => happen({ type: "reachable" }),
		leave: () => {
			if (!state.unsaved) return;
			keep();
			happen({ type: "paused" }, true);
		},
		putBack: () => {
			for (const control of controlsOf(form)) touched.add(control.name);
			happen({ type: "left" });
		},
	};
}
