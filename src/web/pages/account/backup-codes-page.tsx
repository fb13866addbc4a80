import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { BackupCodes } from "./backup-codes.tsx";

/** New backup codes, shown once. */
export function BackupCodesPage({ frame, codes }: { readonly frame: PageFrame; readonly codes: readonly string[] }) {
	return (
		<Page
			frame={frame}
			title="New backup codes"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "My account", href: "/account" },
			]}
		>
			<h1>New backup codes</h1>
			<BackupCodes codes={codes} />
			<p>
				<a className="usa-button" href="/account">
					I have kept them
				</a>
			</p>
		</Page>
	);
}
