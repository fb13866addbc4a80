/** Pages that mails and the single sign-on service lead back to. The routes must serve them under these paths. */
export const accountPaths = {
	/** GET shows the form for a new password; the query holds `token`. */
	resetPassword: "/reset-password",
	/** GET: the single sign-on service sends the browser back here. */
	oidcCallback: "/sign-in/single-sign-on/callback",
} as const;
