import { clockTime } from "./clock-time.ts";
import { sessionPhase } from "./session-phase.ts";

const shared = "throughline:session-ends";

type SessionWarning = {
	/** The server has said when the session ends now. */
	readonly extended: (endsAt: string) => void;
	/** The server has said that the session is over. */
	readonly over: () => void;
};

type SessionParts = {
	readonly now: () => Date;
	readonly storage: Storage | undefined;
	/** The session is over: what is typed must be kept on the device. */
	readonly onOver: () => void;
};

/**
 * Warns before the session ends, with a way to stay and a way out, and says what became of the text when it has ended.
 * Other windows of the same browser tell each other when the session was extended.
 */
export function warnOfSessionEnd(parts: SessionParts): SessionWarning | undefined {
	const { sessionEnds, sessionNow, sessionWarnMinutes } = document.body.dataset;
	if (!sessionEnds) return undefined;
	const skew = Date.parse(sessionNow ?? "") - parts.now().getTime() || 0;
	let endsAt = Date.parse(sessionEnds);
	let timer: number | undefined;
	let isOver = false;
	const dialog = makeDialog();

	function look(): void {
		window.clearTimeout(timer);
		if (isOver) return;
		const { phase, lookAgainIn, minutesLeft } = sessionPhase(
			parts.now().getTime() + skew,
			endsAt,
			Number(sessionWarnMinutes) || 5,
		);
		if (phase === "over") {
			over();
			return;
		}
		if (phase === "warn") showWarning(dialog, minutesLeft, clockTime(new Date(endsAt - skew)), stay);
		else if (dialog.open) dialog.close();
		timer = window.setTimeout(look, Math.min(lookAgainIn, 2 ** 31 - 1));
	}

	function takeEnd(end: number): void {
		if (Number.isNaN(end) || end <= endsAt) return;
		endsAt = end;
		look();
	}

	function extended(end: string): void {
		takeEnd(Date.parse(end));
		parts.storage?.setItem(shared, String(endsAt));
	}

	function over(): void {
		if (isOver) return;
		isOver = true;
		parts.onOver();
		showOver(dialog);
	}

	async function stay(): Promise<void> {
		const before = endsAt;
		try {
			const response = await fetch("/session/extend", { method: "POST", headers: { Accept: "application/json" } });
			if (response.status === 401) return over();
			const { endsAt: end } = (await response.json()) as { endsAt: string };
			extended(end);
			if (endsAt <= before + 1000) showLimit(dialog, clockTime(new Date(endsAt - skew)));
		} catch {
			showUnreachable(dialog);
		}
	}

	window.addEventListener("storage", (event) => {
		if (event.key === shared) takeEnd(Number(event.newValue));
	});
	document.addEventListener("visibilitychange", () => {
		if (!document.hidden) look();
	});
	parts.storage?.setItem(shared, String(endsAt));
	look();
	return { extended, over };
}

function makeDialog(): HTMLDialogElement {
	const dialog = document.createElement("dialog");
	dialog.className = "session-dialog";
	dialog.setAttribute("role", "alertdialog");
	dialog.setAttribute("aria-labelledby", "session-dialog-title");
	dialog.setAttribute("aria-describedby", "session-dialog-text");
	dialog.innerHTML =
		'<h2 id="session-dialog-title"></h2><p id="session-dialog-text" aria-live="polite"></p><div class="button-row"></div>';
	document.body.append(dialog);
	return dialog;
}

function fill(
	dialog: HTMLDialogElement,
	title: string,
	text: string,
	buttons: readonly HTMLElement[] | undefined,
): void {
	const [heading, words, row] = dialog.children;
	if (heading && heading.textContent !== title) heading.textContent = title;
	if (words && words.textContent !== text) words.textContent = text;
	if (buttons && row) row.replaceChildren(...buttons);
	if (!dialog.open) dialog.showModal();
}

function showWarning(dialog: HTMLDialogElement, minutes: number, end: string, stay: () => Promise<void>): void {
	const first = !dialog.open;
	fill(
		dialog,
		"Do you want to stay signed in?",
		`You will be signed out at ${end}, in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}. What you have typed is kept.`,
		first ? [button("Stay signed in", "usa-button", () => void stay()), signOutButton()] : undefined,
	);
}

function showLimit(dialog: HTMLDialogElement, end: string): void {
	fill(
		dialog,
		"You must sign in again soon",
		`For safety a session ends after some hours, whatever happens. Yours ends at ${end}. Save your work, then sign in again. What you have typed is kept.`,
		[button("Go on until then", "usa-button", () => dialog.close()), signOutButton()],
	);
}

function showUnreachable(dialog: HTMLDialogElement): void {
	const [, words] = dialog.children;
	if (words)
		words.textContent =
			"The server cannot be reached. What you have typed is kept on this device. Try again in a moment.";
}

function showOver(dialog: HTMLDialogElement): void {
	const link = document.createElement("a");
	link.className = "usa-button";
	link.href = `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;
	link.textContent = "Sign in again";
	fill(
		dialog,
		"You are signed out",
		"What you typed and had not saved is kept on this device. It is offered to you when you have signed in again.",
		[link],
	);
}

function signOutButton(): HTMLButtonElement {
	return button("Sign out", "usa-button usa-button--outline", () => {
		document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.requestSubmit();
	});
}

function button(label: string, className: string, act: () => void): HTMLButtonElement {
	const made = document.createElement("button");
	made.type = "button";
	made.className = className;
	made.textContent = label;
	made.addEventListener("click", act);
	return made;
}
