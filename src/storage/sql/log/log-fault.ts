/** One thing that is wrong with the log or with what it vouches for, in words, with where it is. */
export type LogFault = { readonly seq: number | null; readonly subject: string | null; readonly message: string };
