import { z } from "zod";
import { requestFacts } from "../middleware/request-facts.ts";
import { sendCookies } from "../middleware/send-cookies.ts";
import { answerRefusal } from "./answer-refusal.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const PasswordInput = z.object({ password: z.string().max(500) });
const CodeInput = z.object({ code: z.string().max(40) });
const Done = z.object({ result: z.literal("done") });
const backupCodes = z.array(z.string()).describe("Each works once, in place of the app. Shown this once.");

/** One's own second factor. Each step but the confirmation asks for the password again. */
export const secondFactorRoutes: readonly ApiRoute[] = [
	{
		method: "post",
		path: "/account/second-factor",
		name: "start-second-factor",
		title: "Begin to set up an authenticator app",
		description: "Nothing changes for signing in until a code of the app confirms it.",
		signedIn: true,
		body: "json",
		input: PasswordInput,
		answers: { json: z.object({ otpauthUri: z.string(), secret: z.string(), backupCodes }) },
		async handle(services, context) {
			const input = checkInput(PasswordInput, await readInput(context, "json"));
			const result = await services.accounts.startTotp({ ...input, ...requestFacts(context) });
			if (result.result === "refused") return answerRefusal(context, services, result, "password");
			const { otpauthUri, secret, backupCodes: codes } = result;
			return context.json({ otpauthUri, secret, backupCodes: codes });
		},
	},
	{
		method: "post",
		path: "/account/second-factor/confirm",
		name: "confirm-second-factor",
		title: "Confirm the authenticator app with a code",
		description: "Ends all other sessions. This one goes on under the cookies of the answer.",
		signedIn: true,
		body: "json",
		input: CodeInput,
		answers: { json: Done },
		async handle(services, context) {
			const input = checkInput(CodeInput, await readInput(context, "json"));
			const result = await services.accounts.confirmTotp({ ...input, ...requestFacts(context) });
			if (result.result === "refused") return answerRefusal(context, services, result, "code");
			sendCookies(context, result.setCookie);
			return context.json({ result: "done" });
		},
	},
	{
		method: "post",
		path: "/account/second-factor/backup-codes",
		name: "make-backup-codes",
		title: "Make new backup codes",
		description: "The old ones are worthless from then on.",
		signedIn: true,
		body: "json",
		input: PasswordInput,
		answers: { json: z.object({ backupCodes }) },
		async handle(services, context) {
			const input = checkInput(PasswordInput, await readInput(context, "json"));
			const result = await services.accounts.newBackupCodes({ ...input, ...requestFacts(context) });
			return result.result === "refused"
				? answerRefusal(context, services, result, "password")
				: context.json({ backupCodes: result.backupCodes });
		},
	},
	{
		method: "post",
		path: "/account/second-factor/off",
		name: "turn-second-factor-off",
		title: "Turn the second factor off",
		signedIn: true,
		body: "json",
		input: PasswordInput,
		answers: { json: Done },
		async handle(services, context) {
			const input = checkInput(PasswordInput, await readInput(context, "json"));
			const result = await services.accounts.disableTotp({ ...input, ...requestFacts(context) });
			if (result.result === "refused") return answerRefusal(context, services, result, "password");
			sendCookies(context, result.setCookie);
			return context.json({ result: "done" });
		},
	},
];
