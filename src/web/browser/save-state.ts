/** How a form stands between the person's typing and the server's keeping. */
type SavePhase =
	| "quiet"
	| "saved"
	| "offline"
	| "fault"
	/** Held until the person presses "Save": saving by itself would overwrite somebody else's text, or fail again. */
	| "clash"
	| "refused"
	| "signed-out"
	| "invalid";

export type SaveState = {
	readonly phase: SavePhase;
	/** Something was typed that the server has not confirmed. */
	readonly unsaved: boolean;
	/** A save is under way. */
	readonly saving: boolean;
	/** Something was typed while it is under way. */
	readonly typedMeanwhile: boolean;
	/** A field was left or "Save" was pressed while it is under way: the next save follows at once. */
	readonly askedMeanwhile: boolean;
};

export type SaveOutcome = Exclude<SavePhase, "quiet">;

export type SaveEvent =
	| { readonly type: "typed" }
	/** A field was left, or a choice made. */
	| { readonly type: "left" }
	/** Two seconds without typing. */
	| { readonly type: "paused" }
	/** The person pressed "Save". */
	| { readonly type: "pressed" }
	/** The connection is back, or the person has signed in again. */
	| { readonly type: "reachable" }
	| { readonly type: "answered"; readonly outcome: SaveOutcome };

/** What to do next: send the form now, wait for a pause in the typing, or nothing. */
type SaveEffect = "send" | "wait" | "none";

export const quietForm: SaveState = {
	phase: "quiet",
	unsaved: false,
	saving: false,
	typedMeanwhile: false,
	askedMeanwhile: false,
};

/**
 * What a form does next. One save at a time; what is typed meanwhile is sent after it. After a clash, a refusal or the end
 * of the session nothing is sent until the person asks for it, and nothing is ever dropped.
 */
export function nextSave(state: SaveState, event: SaveEvent): readonly [SaveState, SaveEffect] {
	const held = state.phase === "clash" || state.phase === "refused" || state.phase === "signed-out";
	switch (event.type) {
		case "typed":
		case "left": {
			const askedMeanwhile = state.saving && (state.askedMeanwhile || event.type === "left");
			const typed = { ...state, unsaved: true, typedMeanwhile: state.saving, askedMeanwhile };
			if (held || state.saving) return [typed, "none"];
			return [typed, event.type === "typed" ? "wait" : "send"];
		}
		case "paused":
			return held || state.saving || !state.unsaved ? [state, "none"] : [state, "send"];
		case "pressed":
			return state.saving
				? [{ ...state, typedMeanwhile: true, askedMeanwhile: true, unsaved: true }, "none"]
				: [{ ...state, unsaved: true }, "send"];
		case "reachable": {
			const waiting = state.phase === "offline" || state.phase === "fault" || state.phase === "signed-out";
			return waiting && state.unsaved && !state.saving ? [state, "send"] : [state, "none"];
		}
		case "answered":
			return afterAnswer(state, event.outcome);
	}
}

/**
 * What was typed while the save was under way is not saved by it: it follows, at once where the person has asked. So it does after a
 * half-filled form was found wanting: what was missing may be there by now, and "Save" was pressed.
 */
function afterAnswer(state: SaveState, outcome: SaveOutcome): readonly [SaveState, SaveEffect] {
	const next = { ...quietForm, phase: outcome, unsaved: outcome !== "saved" || state.typedMeanwhile };
	if (!state.typedMeanwhile || (outcome !== "saved" && outcome !== "invalid")) return [next, "none"];
	return [next, state.askedMeanwhile ? "send" : "wait"];
}
