/** `ru` for `ru-RU`; null for what is no language code. */
export function languageOf(code: string | null): string | null {
	return /^[a-z]{2,3}(?=$|[-_])/i.exec(code?.trim() ?? '')?.[0].toLowerCase() ?? null;
}
