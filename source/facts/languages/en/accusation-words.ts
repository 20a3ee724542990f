import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * Words in which one party says ill of another.
 */

export const accusationWords: readonly Entry[] = [
	{
		// Go to the party itself: “accused X of …”.
		is: ['accuse'],
		act: 'accusation',
		words: [
			...list('accused, blamed, charged, repeatedly accused, also accused'),
			...list(
				'accuses, accuse, accusing, blames, blame, blaming, charges, have also accused, squarely blamed',
			),
		],
	},
	{
		// Go to the party, or to what it did: “condemned X’s …”.
		is: ['accuse', 'criticise'],
		act: 'accusation',
		words: [
			...list(
				`condemned, denounced, criticised, criticized, slammed, blasted, lambasted, castigated, rebuked, decried, deplored, censured, chided, berated, upbraided, faulted,
					assailed, excoriated, reproached, scolded, savaged, vilified, reprimanded, admonished, ridiculed, lashed out at, lashed out against, hit out at, hit back at, railed at, railed against, rounded on,
					took aim at, taken aim at, inveighed against, fulminated against, protested against, protested at, complained about, complained of, protested, spoken out against, spoke out against,
					expressed outrage at, expressed outrage over, voiced outrage at, voiced outrage over, expressed anger at, expressed anger over, took issue with, taken issue with, took exception to, tore into, slated, derided, scoffed at, mocked, bashed, skewered, pilloried, rapped, ripped, took a swipe at, sniped at, voiced indignation at, expressed indignation at`,
			),
			...list(
				`condemns, condemn, condemning, denounces, denounce, denouncing, criticises, criticizes, criticise, criticize, criticising, criticizing, slams, slam, slamming, blasts, lambasts, lambastes, castigates, rebukes, decries, decrying, deplores,
				deploring, censures, chides, berates, faults, assails, excoriates, reproaches, scolds, lashes out at, lashing out at, lash out at, hits out at, hits back at, hitting out at, rails at, rails against, takes aim at, protests against, protests at, protesting against, complains about,
				complains of, complaining of, complaining about, lashes out against, takes issue with, tears into, derides, mocks, raps, rips, bashes, rounds on, upbraids, lambasting, blasting, expresses outrage at, expresses outrage over, takes exception to, takes a swipe at`,
			),
		],
	},
	{
		// The party stands after “on”, “at” or “with”: “laid the blame on X”.
		is: ['accuse', 'lays'],
		act: 'accusation',
		words: [
			...list(
				`pointed the finger at, pointed a finger at, pointed fingers at, pointed the finger of blame at, laid the blame, laid blame, laid the blame squarely, pinned the blame, pinned blame, put the blame, placed the blame, placed blame, put blame, shifted the blame, heaped blame, cast blame, pinned,
					levelled accusations, leveled accusations, said the same of, says the same of, say the same of, said the same about, made the same charge against, levelled the same charge at, leveled the same charge at, levelled the same accusation at, made the same accusation against, levelled similar charges at, returned the accusation, levelled allegations, levelled charges, leveled charges, made accusations, hurled accusations, made allegations, levelled the charge, directed accusations, lodged a protest, lodged a formal protest, lodged a strong protest, lodged an official protest, lodged a diplomatic protest, lodged protests, filed a protest,
					lodged a complaint, lodged a formal complaint, filed a complaint, filed a formal complaint, complained to, protested to, made a formal protest, issued a protest, delivered a protest, handed a protest, sent a note of protest, sent a protest note, lodged a demarche, issued a demarche`,
			),
			...list(
				`points the finger at, point the finger at, points finger at, points fingers at, point fingers at, pointing the finger at, pointing fingers at, lays the blame, laying the blame, lays blame, pins the blame, pins blame, pinning the blame, puts the blame, puts blame, putting the blame, places the blame, shift the blame, lay the blame,
				lodges a protest, lodges protest, lodges formal protest, lodges complaint, files a complaint, files complaint, lodging a protest, protests to, complains to, lodges diplomatic protest, levels accusations`,
			),
		],
	},
	{
		is: ['doorOf', 'word'],
		words: list(
			'at the door of, at the doorstep of, on the doorstep of, at the feet of, squarely on the shoulders of, on the shoulders of',
		),
	},
	{
		// What is called, held or taken stands between the words: “held X responsible”.
		is: ['holds', 'word'],
		words: [
			...list(
				'held, has held, have held, had held, taken, called, labelled, labeled, branded, termed, described, declared, dubbed, portrayed, characterised, characterized',
			),
			...list(
				'holds, hold, holding, took, takes, taking, calls, calling, labels, labelling, brands, branding, terms, terming, describes, describing, portrays, considers, considered, regards, dubs, calls out',
			),
		],
	},
	{
		is: ['answerable', 'word'],
		words: list(
			'responsible for, to blame for, accountable for, guilty of, responsible, accountable, liable, to blame, guilty, to task, fully responsible, solely responsible, directly responsible, to account, culpable',
		),
	},
	{
		// “Y came under fire from X”
		is: ['underFire'],
		words: list(
			`came under fire from, comes under fire from, come under fire from, coming under fire from, under fire from, came in for criticism from, comes in for criticism from, drew criticism from, drew sharp criticism from, draws criticism from, drew fire from, draws fire from, drew condemnation from, draws condemnation from, drew a rebuke from, drew a sharp rebuke from, drew an angry response from,
			drew protests from, drew a protest from, faced criticism from, faces criticism from, facing criticism from, faced accusations from, faces accusations from, facing accusations from, came under criticism from, came under attack from, was taken to task by, were taken to task by, drew the ire of, draws the ire of, drew ire from, drew outrage from, sparked outrage from, faced condemnation from, met with condemnation from, drew an angry reaction from, earned a rebuke from, received a rebuke from`,
		),
	},
	{
		is: ['mutual'],
		words: [
			...list(
				'traded accusations, traded blame, traded barbs, traded charges, traded allegations, traded insults, traded recriminations, exchanged accusations, exchanged barbs, exchanged recriminations, exchanged charges, swapped accusations, swapped insults, hurled accusations at each other, traded fresh accusations, traded angry accusations',
			),
			...list(
				'trade accusations, trade blame, trade barbs, trade charges, trade allegations, trade insults, trading accusations, trading blame, trading barbs, trading charges, exchange accusations, exchange barbs, exchanging accusations, exchange charges, swap accusations, swap barbs, mutual accusations, mutual recriminations, mutual recrimination, mutual accusation, mutual allegations, accusations and counter-accusations, claims and counterclaims, blame game, war of words, trade of accusations, exchange of accusations, exchanges of accusations, tit-for-tat accusations',
			),
		],
	},
	{
		// Whatever follows is held against somebody: “alleged that X is arming rebels”.
		is: ['allege', 'say'],
		words: list(
			'alleged, alleges, alleging, allege, has alleged, have alleged, had alleged, claimed, claims, has claimed, have claimed, had claimed, claiming, complained, complains, has complained, have complained, charged, charges, has charged, have charged, protested that, insisted, insists, lamented, laments',
		),
	},
	{
		is: ['accusation'],
		words: list(
			'accusation, accusations, allegation, allegations, charge, charges, claim, claims, complaint, complaints, criticism, criticisms, condemnation, assertion, assertions, recriminations, rebuke, denunciation',
		),
	},
	{
		is: ['accusation', 'plainAccusation'],
		words: list('accusation, accusations, allegation, allegations, denunciation, denunciations'),
	},
	{
		is: ['workOf', 'word'],
		words: list(
			'the work of, work of, the handiwork of, handiwork of, the doing of, masterminded by, orchestrated by, instigated by',
		),
	},
	{
		// What countries quarrel about in peace.
		is: ['finance', 'word'],
		words: list(
			'tariff, tariffs, import duties, customs duties, anti-dumping duties, prices, default, defaulting, defaulted, devalue, devaluation, currency, exchange rate, interest rates, debt, debts, bonds, bailout, loan, loans, subsidies, wages, salaries, merger, takeover, privatisation, privatization, bankruptcy, bankrupt, inflation',
		),
	},
	{is: ['summon', 'word'], words: list('summoned, summons, summoning, called in, calls in')},
	{is: ['protest', 'word'], words: list('to protest, in protest, protest, protests, protested, a protest')},
	{is: ['wordsOf', 'word'], words: list('words, view, telling, account, version, opinion, eyes')},
	{
		is: ['avoid', 'word'],
		words: list(
			'stopped short of, stops short of, stopping short of, refrained from, refrains from, avoided, avoids, declined to, refused to, refuses to, declines to, no longer, too early to, premature to, rather than, instead of, nor, neither',
		),
	},
	{
		is: ['word'],
		words: list(
			'slammed into, slams into, slamming into, blasted off, ripped through, tore through, charged ahead, in charge, took charge, takes charge, free of charge',
		),
	},
];
