import { autosave, type SavingForm } from "./autosave.ts";
import { watchConnection } from "./connection.ts";
import { guardForm } from "./guarded-form.ts";
import { watchHereNow } from "./here-now.ts";
import { offerKept } from "./kept-offer.ts";
import { keptTexts } from "./kept-texts.ts";
import { nameChosenPeople } from "./mentions.ts";
import { focusErrorSummary, localizeMoments, openTarget, takeOwnZone } from "./page-polish.ts";
import { warnOfSessionEnd } from "./session-warning.ts";
import { mendDesignSystem } from "./uswds-mends.ts";
import { watchReading } from "./watch-reading.ts";

// Starts what the page's script does. Every page works without it.

const now = () => new Date();
const storage = findStorage();
const kept = keptTexts(storage, document.body.dataset.person ?? "nobody", now().getTime());
const forms: SavingForm[] = [];

const connection = watchConnection(() => {
	for (const form of forms) form.reachable();
});
const session = warnOfSessionEnd({ now, storage, onOver: () => leaveAll() });

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) {
	const saving = autosave(form, {
		now,
		kept,
		connection,
		onSession: (endsAt) => session?.extended(endsAt),
		onSignedOut: () => session?.over(),
	});
	forms.push(saving);
	offerKept(form, kept, saving.putBack);
}
const guarded = [...document.querySelectorAll<HTMLFormElement>("form[data-guard]")].map((form) => {
	offerKept(form, kept, () => {});
	return guardForm(form, kept, now);
});

function leaveAll(): void {
	for (const form of [...forms, ...guarded]) form.leave();
}

window.addEventListener("beforeunload", (event) => {
	if ([...forms, ...guarded].some((form) => form.isUnsaved())) event.preventDefault();
});
window.addEventListener("pagehide", leaveAll);
document.addEventListener("visibilitychange", () => {
	if (document.hidden) leaveAll();
});

mendDesignSystem();
localizeMoments(document);
takeOwnZone();
focusErrorSummary();
openTarget();
watchReading();
watchHereNow();
nameChosenPeople();
window.addEventListener("hashchange", openTarget);

/** The browser's storage, or undefined where it is switched off. */
function findStorage(): Storage | undefined {
	try {
		return window.localStorage;
	} catch {
		return undefined;
	}
}
