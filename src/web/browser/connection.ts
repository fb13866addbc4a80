const everySoOften = 10_000;

export type Connection = {
	/** A save could not reach the server. */
	readonly lost: () => void;
};

/**
 * Tells of a lost connection in a banner, asks the server again every ten seconds and whenever the browser says that it is
 * back, and then lets the forms send what they kept.
 */
export function watchConnection(onBack: () => void): Connection {
	const banner = makeBanner();
	let timer: number | undefined;
	let isLost = false;

	async function ask(): Promise<void> {
		if (!isLost) return;
		if (await isReachable()) {
			isLost = false;
			window.clearInterval(timer);
			banner.firstElementChild?.remove();
			onBack();
		}
	}

	function lost(): void {
		if (isLost) return;
		isLost = true;
		banner.append(bannerText());
		timer = window.setInterval(() => void ask(), everySoOften);
	}

	window.addEventListener("online", () => void ask());
	window.addEventListener("offline", lost);
	return { lost };
}

async function isReachable(): Promise<boolean> {
	try {
		return (await fetch("/health", { cache: "no-store" })).ok;
	} catch {
		return false;
	}
}

/** A polite live region that is there from the start, so that its words are announced when they come. */
function makeBanner(): HTMLElement {
	const banner = document.createElement("div");
	banner.className = "connection-banner";
	banner.setAttribute("role", "status");
	document.getElementById("main-content")?.prepend(banner);
	return banner;
}

function bannerText(): HTMLElement {
	const text = document.createElement("p");
	text.className = "connection-banner__text";
	text.textContent =
		"No connection to the server. Go on writing: your text is kept on this device and saved as soon as the connection is back.";
	return text;
}
