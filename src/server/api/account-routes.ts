import { z } from "zod";
import { visitOf } from "../middleware/answers.ts";
import { requestFacts } from "../middleware/request-facts.ts";
import { sendCookies } from "../middleware/send-cookies.ts";
import { answerRefusal } from "./answer-refusal.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Done = z.object({ result: z.literal("done") }).meta({ id: "Done" });
const password = z.string().max(500);
const EmailInput = z.object({ email: z.string().max(254) });
const ResetInput = z.object({ token: z.string().max(200).describe("From the link in the mail."), password });
const ChangeInput = z.object({ currentPassword: password, newPassword: password });
const SessionInput = z.object({ sessionId: z.string().max(100) });

/** One's own account: the password, and where one is signed in. */
export const accountRoutes: readonly ApiRoute[] = [
	{
		method: "post",
		path: "/password-resets",
		name: "ask-for-password-link",
		title: "Ask for a link to set a new password",
		description: "The answer is the same whether or not there is such an account.",
		signedIn: false,
		body: "json",
		input: EmailInput,
		answers: { json: z.object({ message: z.string() }) },
		async handle({ accounts }, context) {
			const { email } = checkInput(EmailInput, await readInput(context, "json"));
			const { message } = await accounts.requestPasswordReset({ email, ...requestFacts(context) });
			return context.json({ message });
		},
	},
	{
		method: "post",
		path: "/password-resets/use",
		name: "set-password-by-link",
		title: "Set a new password with a link",
		signedIn: false,
		body: "json",
		input: ResetInput,
		answers: { json: Done },
		async handle(services, context) {
			const input = checkInput(ResetInput, await readInput(context, "json"));
			const result = await services.accounts.resetPassword({ ...input, ...requestFacts(context) });
			return result.result === "refused"
				? answerRefusal(context, services, result, "password")
				: context.json({ result: "done" });
		},
	},
	{
		method: "post",
		path: "/account/password",
		name: "change-password",
		title: "Change one's password",
		description: "Ends all other sessions. This one goes on under the cookies of the answer.",
		signedIn: true,
		body: "json",
		input: ChangeInput,
		answers: { json: Done },
		async handle(services, context) {
			const input = checkInput(ChangeInput, await readInput(context, "json"));
			const result = await services.accounts.changePassword({ ...input, ...requestFacts(context) });
			if (result.result === "refused") {
				return answerRefusal(context, services, result, result.field === "new" ? "newPassword" : "currentPassword");
			}
			sendCookies(context, result.setCookie);
			return context.json({ result: "done" });
		},
	},
	{
		method: "get",
		path: "/account/sessions",
		name: "list-sessions",
		title: "List where one is signed in",
		signedIn: true,
		input: z.object({}),
		answers: {
			json: z.array(
				z
					.object({
						sessionId: z.string(),
						createdAt: z.iso.datetime(),
						signedInBy: z.string(),
						address: z.string(),
						userAgent: z.string(),
						current: z.boolean(),
					})
					.meta({ id: "SessionLine" }),
			),
		},
		async handle({ accounts }, context) {
			const { accountId, sessionId } = visitOf(context);
			const lines = await accounts.listSessions(accountId);
			return context.json(
				lines.map((line) => ({
					sessionId: line.sessionId,
					createdAt: line.createdAt.toISOString(),
					signedInBy: line.signedInBy,
					address: line.address,
					userAgent: line.userAgent,
					current: line.sessionId === sessionId,
				})),
			);
		},
	},
	{
		method: "delete",
		path: "/account/sessions/{sessionId}",
		name: "end-session",
		title: "Sign out in another place",
		signedIn: true,
		input: SessionInput,
		answers: { json: z.object({ ended: z.boolean() }) },
		async handle({ accounts }, context) {
			const { sessionId } = checkInput(SessionInput, await readInput(context, undefined));
			const { accountId } = visitOf(context);
			return context.json({ ended: await accounts.endSession({ accountId, sessionId }) });
		},
	},
];
