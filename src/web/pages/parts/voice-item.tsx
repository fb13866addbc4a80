import { effectWords, engagementStageWords, livedExperienceWords } from "../../../domain/document/entry-words.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** What somebody said, as far as they agreed that it is shown, and what it changed. */
export function VoiceItem(props: { readonly voice: Fact<"partner-input">; readonly place?: string | undefined }) {
	const { voice, place } = props;
	const { said, summary, did, effect, stage, experience } = voice;
	const who = [
		experience === null ? "" : livedExperienceWords[experience],
		stage === null ? "" : `heard at the stage: ${engagementStageWords[stage].toLowerCase()}`,
	].filter(Boolean);
	return (
		<li>
			{said ? `“${said}”` : summary || "Their words are not shown: they have not agreed to it."}
			{who.length > 0 ? <span className="text-base-dark"> ({who.join(", ")})</span> : null}{" "}
			<strong>{effectWords[effect]}</strong>
			{effect === "changed" && place ? ` (${place})` : ""}
			{did ? `: ${did}` : "."}
		</li>
	);
}
