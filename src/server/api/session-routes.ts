import type { Context } from "hono";
import { z } from "zod";
import { RoleGrant } from "../../domain/people/person.ts";
import { NotFound } from "../../operations/errors.ts";
import type { SetCookies } from "../accounts/account-results.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { visitOf } from "../middleware/answers.ts";
import { requestFacts } from "../middleware/request-facts.ts";
import { sendCookies } from "../middleware/send-cookies.ts";
import { finishSignIn } from "../routes/sign-in/finish-sign-in.ts";
import { practiceSignIn } from "../routes/sign-in/practice.ts";
import { answerRefusal } from "./answer-refusal.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const SignedIn = z.object({ result: z.literal("signed-in") }).meta({ id: "SignedIn" });
const SignInInput = z.object({ email: z.string().max(254), password: z.string().max(500) });
const CodeInput = z.union([
	z.object({ code: z.string().max(40).describe("Six digits of the authenticator app.") }),
	z.object({ backupCode: z.string().max(40) }),
]);
const PracticeInput = z.object({ email: z.string().max(254) });

/** Signing in and out for programs. The answer's cookies stand for the person in all later calls. */
export const sessionRoutes: readonly ApiRoute[] = [
	{
		method: "post",
		path: "/session",
		name: "sign-in",
		title: "Sign in with e-mail address and password",
		description:
			"Send the cookies of the answer with every later request. With `second-factor` the person has an authenticator app: send its code to POST /session/code, with the cookies of this answer.",
		signedIn: false,
		body: "json",
		input: SignInInput,
		answers: { json: z.object({ result: z.enum(["signed-in", "second-factor"]) }) },
		async handle(services, context) {
			const input = checkInput(SignInInput, await readInput(context, "json"));
			const result = await services.accounts.signIn({ ...input, ...requestFacts(context) });
			if (result.result === "refused") return answerRefusal(context, services, result);
			if (result.result === "signed-in") return finish(services, context, result.setCookie);
			sendCookies(context, result.setCookie);
			return context.json({ result: "second-factor" });
		},
	},
	{
		method: "post",
		path: "/session/code",
		name: "give-code",
		title: "Give the code of the second factor",
		signedIn: false,
		body: "json",
		input: CodeInput,
		answers: { json: SignedIn },
		async handle(services, context) {
			const input = checkInput(CodeInput, await readInput(context, "json"));
			const facts = requestFacts(context);
			const result =
				"code" in input
					? await services.accounts.verifyCode({ code: input.code, ...facts })
					: await services.accounts.verifyBackupCode({ code: input.backupCode, ...facts });
			if (result.result === "signed-in") return finish(services, context, result.setCookie);
			if (result.result === "start-again") sendCookies(context, result.setCookie);
			return answerRefusal(context, services, { ...result, result: "refused" });
		},
	},
	{
		method: "post",
		path: "/session/practice",
		name: "sign-in-as-practice-person",
		title: "Sign in as one of the practice people",
		description: "Without a password. Only in a practice installation; anywhere else there is no such address.",
		signedIn: false,
		body: "json",
		input: PracticeInput,
		answers: { json: SignedIn },
		async handle(services, context) {
			const { email } = checkInput(PracticeInput, await readInput(context, "json"));
			if (await practiceSignIn(services, context, email)) return context.json({ result: "signed-in" });
			throw new NotFound("There is no practice person with that e-mail address.");
		},
	},
	{
		method: "post",
		path: "/session/extend",
		name: "stay-signed-in",
		title: "Stay signed in",
		signedIn: true,
		body: "json",
		input: z.object({}),
		answers: { json: z.object({ endsAt: z.iso.datetime() }) },
		async handle(services, context) {
			const session = await services.accounts.extendSession(context.req.header("cookie"));
			const ends = session ? [session.idleExpiresAt.getTime(), session.absoluteExpiresAt.getTime()] : [];
			const endsAt = session ? new Date(Math.min(...ends)) : visitOf(context).endsAt;
			return context.json({ endsAt: endsAt.toISOString() });
		},
	},
	{
		method: "get",
		path: "/session",
		name: "get-session",
		title: "Get who is signed in",
		signedIn: true,
		input: z.object({}),
		answers: {
			json: z
				.object({
					personId: z.uuid(),
					name: z.string(),
					title: z.string(),
					jurisdictionId: z.uuid(),
					place: z.string(),
					grants: z.array(RoleGrant.pick({ role: true, jurisdictionId: true })),
					endsAt: z.iso.datetime().describe("When the session ends, unless a request comes before."),
				})
				.meta({ id: "Session" }),
		},
		async handle(_services, context) {
			const { person, endsAt } = visitOf(context);
			const { personId, name, title, jurisdictionId, place, grants } = person;
			return context.json({
				personId,
				name,
				title,
				jurisdictionId,
				place,
				grants: grants.map((grant) => ({ role: grant.role, jurisdictionId: grant.jurisdictionId })),
				endsAt: endsAt.toISOString(),
			});
		},
	},
	{
		method: "delete",
		path: "/session",
		name: "sign-out",
		title: "Sign out",
		signedIn: false,
		input: z.object({}),
		answers: { json: z.object({ result: z.literal("signed-out") }) },
		async handle(services, context) {
			sendCookies(context, (await services.accounts.signOut(requestFacts(context))).setCookie);
			return context.json({ result: "signed-out" });
		},
	},
];

/** Hands the session over, unless the person behind the account may not sign in any more. */
async function finish(
	services: AppServices,
	context: Context<AppEnvironment>,
	setCookie: SetCookies,
): Promise<Response> {
	const finished = await finishSignIn(services, context, setCookie);
	return finished.result === "refused" ? answerRefusal(context, services, finished) : context.json(finished);
}
