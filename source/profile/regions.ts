/** A country by its English name: its two-letter code, and its name in Russian where this machine knows it; null where it is none. */
export function regionNamed(name: string): {readonly code: string; readonly russian: string | null} | null {
	const english = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
	const wanted = name.trim().toLowerCase();
	const code = codes().find(candidate => english.of(candidate)?.toLowerCase() === wanted);
	if (code === undefined) return null;
	const russian = new Intl.DisplayNames('ru', {type: 'region', fallback: 'none'}).of(code);
	return {code, russian: russian && /\p{Script=Cyrillic}/u.test(russian) ? russian : null};
}

function codes(): string[] {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	return letters.flatMap(first => letters.map(second => first + second));
}

/** All countries and territories that this machine can name. */
export function regions(): {
	readonly code: string;
	readonly english: string;
	readonly russian: string | null;
}[] {
	const [english, russian] = (['en', 'ru'] as const).map(
		language => new Intl.DisplayNames(language, {type: 'region', fallback: 'none'}),
	);
	return codes().flatMap(code => {
		const name = english!.of(code);
		return name ? [{code, english: name, russian: russian!.of(code) ?? null}] : [];
	});
}
