/*
 * What kind of organ a name means, in any of the languages that are read. Without it one ministry
 * would be several claimants: “Health Ministry”, “Ministry of Health”, “Deputy Health Minister …”, “Минздрав”.
 * The narrower comes first: a border service of the security committee speaks as the border service.
 */
const organs: readonly (readonly [name: string, words: RegExp])[] = [
	['envoy', /\b(envoy|plenipotentiary)\b|полпред|полномочн/u],
	['border', /\b(border|frontier)\b|погран/u],
	['health', /\b(health|medical)\b|здрав|медицин/u],
	['emergency', /\bemergenc(y|ies)\b|чрезвычайн|(?<!\p{L})(мчс|кчс)(?!\p{L})/u],
	['security council', /\bsecurity council\b|совбез|совет\p{L}* безопасност/u],
	['security', /\b(security|gknb|knb|uknb|sbu|fsb)\b|(?<!\p{L})(гкнб|кнб|снб|фсб)(?!\p{L})|безопасност/u],
	['interior', /\b(interior|internal|police)\b|внутренн|(?<!\p{L})мвд(?!\p{L})|полици|милици/u],
	['foreign', /\bforeign\b|иностранн|(?<!\p{L})мид(а|у|ом|е)?(?!\p{L})/u],
	['prosecutor', /\bprosecut\p{L}*|прокур/u],
	['defence', /\b(defen[cs]e|army|military|armed|general staff)\b|оборон|генштаб|(?<!\p{L})арми|вооруженн/u],
	['parliament', /\b(parliament|speaker|deput(y|ies) assembly)\b|парламент|спикер/u],
	['prime minister', /\b(prime|premier|cabinet|government)\b|премьер|правительств|кабинет|кабмин/u],
	['president', /\b(president|presidential)\b|президент/u],
];

/** The kind of organ that a name or a role means; null where it is none of the known. Regional bodies keep their own names. */
export function organOf(name: string): string | null {
	const text = name.toLowerCase();
	if (
		/\b(region|regional|oblast|district|province|provincial|city|mayor|governor)\b|област|район|мэр/u.test(
			text,
		)
	)
		return null;
	return organs.find(([, words]) => words.test(text))?.[0] ?? null;
}
