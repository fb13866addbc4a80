import type { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import { plural } from "../../../domain/plan/plural.ts";
import type { CommentOutcome } from "../../../domain/publication/publication-facts.ts";

export type PublicLanguage = "en" | "es";

const english = {
	list: "Plans for the public",
	listIntro:
		"Child welfare plans that agencies have posted. You can read each as it was sent to the State, see how far it has come, and comment on it without an account.",
	noPlans: "No plan is posted now.",
	place: "Place",
	plan: "Plan",
	posted: "Posted",
	comment: "Comment",
	open: "Open for comment",
	openUntil: (day: string) => `Open for comment until ${day}`,
	notOpen: "Not open for comment now",
	otherLanguage: "Español",
	postedOn: (place: string, day: string) => `Posted by ${place} on ${day}.`,
	checksum: "Checksum of what was sent",
	how: "To comment on one part, follow the link under it. Comments are read by the agency before they are shown.",
	commentOnWhole: "Comment on the whole plan",
	commentOnPart: "Comment on this part",
	progress: "How far the plan has come",
	milestone: (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
	due: "Due",
	status: "Status",
	done: (done: number, all: number, word: string) => `${done} of ${all} ${plural(word)} are completed.`,
	comments: "What people said, and what was done with it",
	noComments: "No comments are shown yet.",
	anonymous: "Somebody",
	about: "About",
	answer: "Answer of the agency",
	noAnswer: "Not answered yet.",
	said: (name: string, day: string) => `${name}, ${day}`,
	download: "The plan to print (PDF)",
	formTitle: "Comment on the plan",
	text: "Your comment",
	textHint: "At most 5,000 characters. Please name no child and no family.",
	name: "Your name",
	optional: "optional",
	showName: "Show my name with my comment",
	send: "Send my comment",
	sent: "Thank you. The agency has your comment and reads it before it is shown.",
	back: "Back to the plan",
	private: "The agency keeps your comment in your words for ever. Without a name nobody can tell who sent it.",
	statuses: {
		"not-started": "Not started",
		"in-progress": "In progress",
		completed: "Completed",
		delayed: "Delayed",
		dropped: "Dropped",
	} satisfies Record<MilestoneStatus, string>,
	outcomes: {
		changed: "The plan was changed",
		"not-changed": "The plan was not changed",
		"other-plan": "Taken up elsewhere",
	} satisfies Record<CommentOutcome, string>,
	writeComment: "Write your comment.",
	tooLong: "A comment has at most 5,000 characters.",
	closed: "This plan is not open for comment now. What you wrote was not sent.",
};

export type PublicWords = typeof english;

const spanish: PublicWords = {
	list: "Planes para el público",
	listIntro:
		"Planes de bienestar infantil que las agencias han publicado. Puede leer cada uno tal como se envió al Estado, ver cuánto ha avanzado y comentarlo sin tener una cuenta.",
	noPlans: "Ahora no hay ningún plan publicado.",
	place: "Lugar",
	plan: "Plan",
	posted: "Publicado",
	comment: "Comentarios",
	open: "Abierto a comentarios",
	openUntil: (day) => `Abierto a comentarios hasta el ${day}`,
	notOpen: "Ahora no está abierto a comentarios",
	otherLanguage: "English",
	postedOn: (place, day) => `Publicado por ${place} el ${day}.`,
	checksum: "Suma de verificación de lo enviado",
	how: "Para comentar una parte, siga el enlace que está debajo. La agencia lee los comentarios antes de mostrarlos. El plan está en el idioma en que se envió.",
	commentOnWhole: "Comentar todo el plan",
	commentOnPart: "Comentar esta parte",
	progress: "Cuánto ha avanzado el plan",
	milestone: (word) => (word === "key activity" ? "Actividad clave" : "Meta intermedia"),
	due: "Fecha límite",
	status: "Estado",
	done: (done, all, word) =>
		`${done} de ${all} ${word === "key activity" ? "actividades clave" : "metas intermedias"} están cumplidas.`,
	comments: "Qué dijo la gente y qué se hizo con ello",
	noComments: "Todavía no se muestra ningún comentario.",
	anonymous: "Alguien",
	about: "Sobre",
	answer: "Respuesta de la agencia",
	noAnswer: "Todavía sin respuesta.",
	said: (name, day) => `${name}, ${day}`,
	download: "El plan para imprimir (PDF)",
	formTitle: "Comentar el plan",
	text: "Su comentario",
	textHint: "Como máximo 5,000 caracteres. Por favor, no nombre a ningún niño ni a ninguna familia.",
	name: "Su nombre",
	optional: "opcional",
	showName: "Mostrar mi nombre junto a mi comentario",
	send: "Enviar mi comentario",
	sent: "Gracias. La agencia tiene su comentario y lo lee antes de mostrarlo.",
	back: "Volver al plan",
	private:
		"La agencia guarda su comentario con sus palabras para siempre. Sin nombre, nadie puede saber quién lo envió.",
	statuses: {
		"not-started": "Sin empezar",
		"in-progress": "En curso",
		completed: "Cumplida",
		delayed: "Retrasada",
		dropped: "Abandonada",
	},
	outcomes: {
		changed: "El plan se cambió",
		"not-changed": "El plan no se cambió",
		"other-plan": "Se atiende en otro lugar",
	},
	writeComment: "Escriba su comentario.",
	tooLong: "Un comentario tiene como máximo 5,000 caracteres.",
	closed: "Este plan no está abierto a comentarios ahora. Lo que escribió no se envió.",
};

/** The words of the public pages. */
export function publicWords(language: PublicLanguage): PublicWords {
	return language === "es" ? spanish : english;
}
