import type { DocumentLanguage } from "../neutral/neutral-document.ts";

/** Width and height that a drawing was made for: the last two numbers of its `viewBox`. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } {
	const [, width, height] = /\bviewBox="[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/u.exec(svg) ?? [];
	return { width: Number(width) || 400, height: Number(height) || 250 };
}

/**
 * The picture behind a drawing, for programs that show no SVG (Word before 2016, LibreOffice before 24): a PNG of 400 by
 * 250 pixels that says so and points to the table below, which has the same numbers.
 */
export function insteadOfDrawing(language: DocumentLanguage): Uint8Array {
	return Buffer.from(language === "es" ? SPANISH : ENGLISH, "base64");
}

const ENGLISH = [
	"iVBORw0KGgoAAAANSUhEUgAAAZAAAAD6AgAAAADgfFY5AAAE7ElEQVR42u3dT2gUVxgA8NVCFppDjoHsYQ69JBEz0JOH6GwsJpClDAr9p7QD",
	"hVITinOxkICbhxYN9h2yG6U99FBNt2AjxQoVxoN5VMGFLpS4kziUXLKT3DyYDW/oi933vvJm1fzBJmOKQuGbw77vDd+b3+z7Zt7MbVLTr2FL",
	"MXjlm0IEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQSQZ0kilDjCgyQaK9XHh05Zu6b8QUde6PQaP",
	"dwbcTcjCVuTvbadLEpFo8sxNSGUrAjshV1y6nAFRcC+aWbJ80puM2kVpNAPQx+acsDjTlZF7xF5YaxFXXJ5ealgVlZo6y+ZcgH560Tw6Zt1r",
	"TIVFVpzaBjneRi9MgjDt83c6jLuXvRPVojjV7oPsMgcHarcPZS7xk2MZqJW8420Prq4KcwIu1E5agwPQ6Mqdv9NlmOdEWLttvXlsG4RQaj8B",
	"Qei4YJRyj3zHBbFDEOwT16+pHiMMlWmCrzxCqbi55tpQqakeU2fkxteYbXzDQ72jul1NKKV6wsuUQ9kWHgMhmBMCB4ClUB/NB8MEfUxqN05H",
	"jgGVUO236sBBj5yw36uHeke4PTLrbkSWU8+QwhvrCM/EyMjqhBkjqT0xorJtE52rSRB1eCNyofQUUR2X1hEoeBo588MfVox0T8eIGLZ/711K",
	"gkB9I2Lzp4i0/A1IY0Qj+c//JM3pghjhYD/Mf5sEcSNdeNosPLNXYkSwd617MRIXfkGOMErFnQ/mmEZ6zL904SmHtvl8Lgx3LvzgFOgrWXYb",
	"9y977OvLnkZkV0/3sRjh10gGqtc8RqtXVesig/uhMgff0ZcwFT/lFmda9Xl0HFvZvvAZECWLQpYsfuix2S86NQJZ1vfLlEbkHjgHvEUwytPQ",
	"tgKwOKXMWQNUP6Wy5e4KtGnk7KcrO63Cz9YMsfslOoSEyALfteH6SZHfirtGWgaSIjyza2TWxWf8/w3JptLO844DkW6C5z8bWkk2jQteBpnu",
	"v95ElnZA1Iy1awQoJENA/Sfk47TqY5Ad62MfpSMdPuyDghustdSV6UOgO1E7yNPpOQeiAnGiqHjLiHMeOkdJQqR/UgyZMOkNmYcnIx3OlmY6",
	"ckGt9Ks0yvBAd6pXQY7uGxwHfsp0Ip7P0Dhn/uduIyGSq0fggB+BmeORDqvyIAmCQB5o2BWoNvKkUnkCMm+Zj4CD4URcGUGcU22wGwkRO1oF",
	"G3wAwxbNUPUyPyjLXq8yAb4kUC6DRgyACBwnipQZxDl+gyQufLSYagVfZQ1H3NJhoDpTewOq9o8uOBBIUkgvn9BI0V1HmjnqCEuM1KZvgM+n",
	"NaLDQHUOX9fIl4EBgcx3j6s+jaylNyHD1wNYNhIjdQDw62DYvBnKXgJBWR56e8mEQJ4hZRBM5i0IY6QeT1ec86JX4n9DONwAP1RGjsdhVR60",
	"HgW+JG+tWhDIETb+vUYOkRixY6SZs/YSiBgyILz5Y+b9yTicL810DAS1EhtYIfqfDPXfL4Ec29dxSSN0XiPNnMawTZMi+g7ko+1fbbkZYZwz",
	"COTYkcXlNEgyUDA0MvuZRpo5KksoPk8QQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBB5dcjr+HjE",
	"PxQz3B0Q++SPAAAAAElFTkSuQmCC",
].join("");

const SPANISH = [
	"iVBORw0KGgoAAAANSUhEUgAAAZAAAAD6AgAAAADgfFY5AAAE+UlEQVR42u3dzWsbRxQA8FUCMrgH3ZISQfaSQ2Xwvv8gaxNqg3RYnKMPNZge",
	"UhOy11zSpSm2iOcQqc3Nl7rIkCjQ9GCKDLUHUqivimTIIYdWU9FrLFgnY9idV56+IidKLCeNofTtYfR42p2fNW8+9marfAqXJfGjX4YRRhhh",
	"hBFGGGGEEUYYYYQRRhhhhBFGGGGEEUYYYYQRRhhhhBFGGGGEEUYYYYQRRhhhhJERkMg6Caffcq9CRCEEhWIYslSWiP57If5R5Hm7/+fDkIBa",
	"eC8EjiKDP+INxExXzhyk0VxKq1zVPrzgXNr+3GQuzuBcgKooqzbqgi+0nJPhNTknURWbfjhGT92BueAO4J6vEGeEWJ3RUohwbBiiv3LStSKa",
	"T+oNfya/v+GcC0tfp5fDOGNjY8udyaMGT+jtjP343jblKgvek3V6ank7Yy9LzM4qjDI5sfwDIU/WhyEhPgKhpbFVw4BSsWP/HV+263pLetgw",
	"DijUgRC6Qn9lRQpsxK4QehMfQf5Qenmkh1DLnMi37xH9MR2YXQktEbwoMNBSsduqGwfQXIanWuJdVGbSbaGWu9TrrkcNqjgQXnRTIgjEuwJj",
	"t6UwpNkV3ZRCeJ0yvza74iTClDWIHFqE7EyljiDWmEdNF7mVRBBmKiUwthLHIQFiEyBblgNI4wEhlSXvCFJ+6FHTRYImgNBLnsB4ojwCgjZ4",
	"iANIPSZkE48iiDRc2EPQBhEiIS4ej7zABRAxGlupTuGhHnUQGq5e4cOK/KPdtBGhf6GnQkwJNPDyVeFzQwu/VN4sQ7pWQHPuW4XZfGvDAbXh",
	"0HA9yKEykM2jnk/93tzOpGgKp9pIbT0sQ1roBzmBmL3SncKl6EZO1NYj982961ZC3g7H0GRSCqu2PudAmB6Hp3o7+ZgQWowlt/mpnAqa1+RU",
	"0EbCsTghb4s4+VggVm2FhhbjrJmmxfgGMrAJwNHPEfbFYZd451bf7fxF7H58ZP/L4EMQ442CxEn8ECSy+Yz/TyH9DYeqLIavoOGLCFE0gxMh",
	"/jAE+/fGctgAPK+d7JfAUOTVXcMHeXd05OA86jMH53XJFwfnEQuLysCej2Z6B4o/duI/x2HPV0XZTavDJGLVX7UWc3sLh8lREHqZSNeKej4l",
	"akXE8au0Bc/Sewb04xuQnW1sud20apQkZnNipeFnZyk+HlkLEWEtpMNjLUQDtc5hEuJPTi+OdqjnXhpU3UgDT8Vuw/j1uhkFQU010XQMosbY",
	"Vb1j0Uz24mhn0m310/SWQuei2FWIf6mRatK0EKFpEdK0uoiVwDjZRawEIVainwYVpntI4WyYHgVZKSHCSomQlVIXmSgjNp3JXhztTE6U+2lQ",
	"WJAdxFz4HgujDJdHNfFCQrywN1z03cXJXkzDhf00FSnoILFbH1jP70L2Cdmnwnv77cLHDrzEF/iF04up8C9pDrTTUHsWBwbqbeS3Z/HxyNLD",
	"1XsS06v3KvOeoHD8amsLslcwLDtwoRtHNyB7hWYzpSH9Xe1+ewrvKjNxtXb/V/c4xDpbvQ54u3r9s1IgKCwsHibpLSJO7MA33diMQ9XuvFzE",
	"CVlYDGkxAhV++ufNZOSefBdWb4n/1a1+oGO/fgpIcvYUkKrPxy8jjDDCCCOMMMIII4wwwggjjDDCCCOMMMIII4wwwggjjDDCCCOMMMIII4ww",
	"wggjjDDy/0JO459H/ANuz4WukPmMgwAAAABJRU5ErkJggg==",
].join("");
