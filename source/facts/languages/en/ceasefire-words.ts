import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * What is said of a ceasefire.
 */

// “Entered its second day”
const days = [
	'entered its',
	'enters its',
	'entering its',
	'went into its',
	'goes into its',
	'into its',
].flatMap(verb =>
	['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].flatMap(nth =>
		['day', 'week', 'month', 'full day'].map(unit => `${verb} ${nth} ${unit}`),
	),
);

export const ceasefireWords: readonly Entry[] = [
	{
		// What a truce may be over, where nobody is at war.
		is: ['money', 'word'],
		words: list(
			'pay, wages, wage, salaries, price, prices, price war, pricing, tariff, tariffs, trade, trade war, customs duties, fares, royalties, working hours, overtime, advertising, budget, patents, subsidies, political, coalition, electoral',
		),
	},
	{
		is: ['employers', 'word'],
		words: list(
			'unions, trade union, trade unions, labour union, labour unions, labor union, labor unions, employers, retailers, supermarkets, grocers, shareholders, bakers, airlines, strikers',
		),
	},
	{
		// “Ceasefire talks”: about one, not one.
		is: ['truceMatter'],
		words: list(
			'negotiations, negotiation, talks, discussions, discussion, negotiators, mediators, mediation, draft, text, prospects, prospect, hopes, hope, chances, chance, bid, efforts, effort, initiative, push, monitors, monitor, commission, committee, mission, line, lines, monitoring, anniversary, terms, violations monitor',
		),
	},
	{is: ['hold'], words: days},
	{
		// What somebody fires “despite”.
		is: ['accord', 'word'],
		words: list(
			'agreements, agreement, agreements reached, agreement reached, accords, understandings, arrangements, commitments',
		),
	},
	{
		// Before the day from which one is to hold.
		is: ['onset'],
		words: list('starting, beginning, commencing, effective, as from, kicking off, to start, to begin'),
	},
	{
		is: ['refuse', 'word'],
		words: list(
			'ruled out, rules out, spurned, spurns, turned down, turns down, refused, refuses, refusing, shunned, shuns, opposes, opposed, said no to, says no to, vetoed, ruling out, spurning',
		),
	},
	{
		is: ['due', 'word'],
		words: list(
			'due to, set to, expected to, scheduled to, supposed to, meant to, was due, is due, due to begin, due to start',
		),
	},
	{
		// What is signed, of which the next words tell what it is on.
		is: ['deed', 'word'],
		words: list(
			'protocol, deal, accord, agreement, memorandum, declaration, document, treaty, peace deal, settlement',
		),
	},
	{
		is: ['peaceVerb', 'word'],
		words: ['ending', 'end', 'ends', 'stopping', 'halting'].flatMap(verb =>
			[
				'conflict',
				'war',
				'fighting',
				'hostilities',
				'bloodshed',
				'violence',
				'clashes',
				'border conflict',
			].flatMap(noun => [`${verb} ${noun}`, `${verb} the ${noun}`, `${verb} their ${noun}`]),
		),
	},
	{is: ['delay', 'word'], words: list('delayed, postponed, put off, deferred, pushed back')},
	{
		is: ['truce'],
		words: list(
			'an end to hostilities, an end to the hostilities, an end to all hostilities, an end to the fighting, an end to fighting, an immediate end to hostilities, an immediate end to the fighting, halt to all shooting, halt to the shooting, halt to shooting, end to the shooting, end to all hostilities, end to the hostilities, cessation of all hostilities, halt to all hostilities, halt to the hostilities, pause in the fighting, pause in hostilities, pause in the hostilities, halt in the fighting, halt in hostilities, break in the fighting, stop to the fighting, stop to fighting, humanitarian truce, humanitarian ceasefire, ceasefire pact, cease-fire pact, truce pact, truce accord, cease-fire accord, armistice agreement, ceasefire understanding, ceasefire arrangement, ceasefire protocol, peace accord, peace agreement, peace pact, de-escalation accord, disengagement agreement, disengagement accord, stand-down agreement, cessation of military operations, cessation of military activity, silence regime, regime of silence, end to attacks, halt to attacks, halt to all attacks, lull agreement, calm-for-calm agreement, suspension of hostilities, non-fire agreement, fire halt, de-escalation pact, cessation of combat, complete ceasefire, general ceasefire, permanent ceasefire, ceasefire, cease-fire, truce, armistice, ceasefires, truces, cessation of hostilities, ceasefire agreement, cease-fire agreement, truce agreement, ceasefire deal, truce deal, cease-fire deal, ceasefire regime, end to hostilities, end to the fighting, end to fighting, halt to hostilities, halt to fighting, halt to the fighting, peace deal, ceasefire accord, halt in fighting, pause in fighting, cessation of fire, cease-fire regime, cessation of fighting, humanitarian pause, de-escalation agreement, de-escalation deal, withdrawal agreement',
		),
	},
	{
		is: ['truceVerb'],
		words: list(
			'stop all firing, halt all firing, cease all firing, end all firing, stop all fire, halt all fire, cease all hostilities, cease all fire, halt all hostilities, halt all fighting, stop all fighting, stop the shooting, halt the shooting, stop the fire, stop fire, stop all shooting, hold fire, hold their fire, hold its fire, hold his fire, holding their fire, holding fire, silence their guns, put down their weapons, lay down their weapons, end all hostilities, suspend fighting, suspend military operations, halt military operations, stop military operations, halt attacks, stop attacks, halt all attacks, stop all attacks, cease attacks, pause fighting, pause the fighting, pause hostilities, cease fighting, halt all military action, cease all military action, end the shooting, stop hostile acts, cease firing, observe silence, end their fighting, stop their fighting, halt their fighting, ceasing hostilities, halting hostilities, suspending hostilities, halt fighting, halt the fighting, stop fighting, stop the fighting, cease fire, end hostilities, halt hostilities, end the fighting, end fighting, cease hostilities, stop shooting, suspend hostilities, stop hostilities, lay down arms, lay down their arms, halt fire, stop firing, silence the guns',
		),
	},
	{
		is: ['truceTalk'],
		words: list(
			'offer, proposal, call, calls, appeal, appeals, talk, idea, offers, proposals, request, plan',
		),
	},
	{
		is: ['agree'],
		words: list(
			'has agreed to, have agreed to, had agreed to, settled on, settle on, settles on, put their names, put their name, put his name, undertaken, undertook, undertake, worked out, hammered out, consented to, consent to, came to terms on, agreed upon, reached agreement on, reached an agreement on, reach agreement on, shook hands on, initialled, initialed, arranged, committed to, have committed to, commit to, announced agreement on, reaching, signing, concluding, mediated, have reached, has reached, had reached, have signed, has signed, had signed, agreeing to, agreeing on, sign up to, signed up to, strike a, strike an, clinch, secures, in agreement on, approve, approves, endorsed, accepting, brokering, negotiates, finalised, finalized, entered into, ink, inked, inks, agreement to, agreed, agree, agrees, signed, sign, signs, reached, reach, reaches, concluded, have agreed, has agreed, had agreed, negotiated, struck, accepted, accept, accepts, secured, brokered, agreed to, agree to, agreeing, approved, agreed on, clinched, sealed, brokers, agreement on',
		),
	},
	{
		is: ['declare'],
		words: list(
			'declaring, decreed, decrees, ordered their, ordered its, proclaims, proclaiming, call, had declared, had announced, unilaterally declared, unilaterally announced, has ordered, have ordered, declared, declares, declare, announced, announces, announce, announcing, proclaimed, ordered, has declared, has announced, have declared, have announced, ordering, orders, unveiled',
		),
	},
	{
		is: ['hold'],
		words: list(
			'being kept to, was being kept, were being kept, is being kept, is kept, was being adhered to, is being adhered to, being adhered to, adhered to, complied with, being complied with, being honoured, being honored, honoured, honored, intact, remains intact, remained intact, stands, still stands, is working, was working, appears intact, prevailing, prevailed, stuck, is sticking, sticking, remained in effect, remains in effect, remain in force, remained in force, continues to hold, continued to hold, continue to hold, is still in place, was still in place, is respected, are respected, was respected, is observed, has been observed, has been respected, in its second day, in its third day, into its second day, into its third day, days old, weeks old, months old, was largely holding, is largely holding, been largely respected, been respected, been observed, been honoured, has stuck, passed its first test, without incident, without incidents, without a shot, without a single shot, no shots, no shooting, holding, held, holds, hold, being kept, been kept, was kept, has held, is holding, was holding, respected, observed, being observed, being respected, in place, has been holding, holding up, remained in place, remains in place, being upheld, is being observed, is being respected, was being observed, was being respected, appeared to hold, appears to be holding, appeared to be holding, appears to hold, seemed to be holding, seems to be holding, seems to hold, is still holding, was still holding, remains in force, still in place',
		),
	},
	{
		is: ['effect'],
		words: list(
			'begin, start, took hold, takes hold, take hold, taking hold, has taken hold, kicks off, has entered into force, enter into force, entering into force, entered force, became effective, becomes effective, came into operation, has been in force, has been in effect, been in force, been in effect, go into effect, go into force, come into force, come into effect, dawned, operative, underway, under way, set in, in force, in effect, into force, into effect, took effect, takes effect, take effect, taking effect, began, started, came into force, came into effect, comes into force, comes into effect, coming into force, coming into effect, went into effect, went into force, goes into effect, has come into force, has come into effect, has taken effect, entered into force, enters into force, begins, starts, is in force, was in force, is in effect, was in effect, has begun, has started, had begun, kicked in, kicks in',
		),
	},
	{
		is: ['breach'],
		words: list(
			'disregarded, disregards, disregard, failed to honour, failed to honor, failing to honour, failing to honor, failing to keep, failed to keep, failing to abide by, failed to abide by, failing to uphold, failed to uphold, refusing to observe, refused to observe, refusing to honour, did not honour, did not honor, did not observe, did not keep, did not respect, defied, defying, trampled on, trampling on, dishonoured, dishonouring, reneged on, reneging on, tore up, tearing up, shattered, shattering, infringed, infringes, infringement, infringements, infraction, infractions, flouts, flout, disrespected, disrespects, contravened, contravening, torpedoed, undermined, was violating, were violating, is violating, are violating, been violating, breached the terms of, violated the terms of, not honouring, not honoring, not keeping to, abused, abusing, exploited, exploiting, took advantage of, taking advantage of, sabotaging, sabotaged, not abiding by, repeatedly violated, systematically violated, had repeatedly violated, has repeatedly violated, non-observance, scuppered, cheating on, ignored the terms of, violating, violated, violate, violates, violation, violations, breaking, broke, broken, breaks, break, breaching, breached, breach, breaches, flouting, infringing, ignoring, ignored, disrespecting, non-compliance, undermining, disregarding, ignores, has violated, has broken, has breached, had violated, had broken, had breached, have violated, have broken, have breached, flouted, failing to observe, failing to respect, failed to observe, failed to respect, not observing, not respecting, not complying with, not complied with, torpedoing, failing to comply with',
		),
	},
	{
		is: ['comply'],
		words: list(
			'complies with, adheres to, respects, observes, honours, honors, honouring, honoring, upholding, upholds, sticking to, keeping to, keeps to, abides by, stand by, stands by, stood by, fully observed, strictly observed, strictly observing, strictly observes, fully complied with, fully respects, faithful to, committed to, remained committed to, remains committed to, complied with, comply with, complying with, observed, observe, observing, respected, respect, respecting, kept to, keep to, honoured, honored, honour, honor, stuck to, stick to, adhered to, adhere to, adhering to, upheld, uphold, kept, keep, abided by, abide by, abiding by',
		),
	},
	{
		is: ['collapse'],
		words: list(
			'never took hold, never takes hold, never held, never took effect, never came into force, never materialised, never materialized, failed to take hold, failed to take effect, did not take hold, has not taken hold, is finished, was finished, expired, has expired, had expired, lapsed, has lapsed, had lapsed, ran out, has run out, null and void, no longer valid, no longer in force, no longer binding, no longer holds, no longer held, terminated, called off, scrapped, disintegrated, dissolved, evaporated, unravelling, unraveling, unravels, was dead, came apart, has come apart, came to an end, comes to an end, coming to an end, had ended, had failed, had broken down, had fallen apart, went up in smoke, blown apart, was blown apart, lay in ruins, lay in tatters, was in tatters, is in tatters, not worth the paper, did not last, lasted only, lasted less than, lasted barely, crumbles, crumbling, collapsing, breaking down, fell through, is off, was off, went into the sand, broke up, unwound, collapsed, collapses, collapse, fell apart, broke down, breaks down, unravelled, unraveled, in tatters, has collapsed, had collapsed, failed, is over, was over, crumbled, ended, is dead, in ruins, shattered, has broken down, falls apart, has fallen apart, has failed, did not hold, failed to hold, has ended, expire, been finished',
		),
	},
	{
		is: ['soon'],
		words: list(
			'minutes later, hours later, immediately, at once, straight away, almost immediately, almost at once, minutes after, hours after',
		),
	},
	{
		// Of a ceasefire that was: “extended their truce”.
		is: ['renew'],
		words: list(
			`extended, extend, extends, extending, renewed, renew, renews, renewing, prolonged, prolong, prolongs, prolonging, reaffirmed, extension of, an extension of, extension to, renewal of, prolongation of, re-established, reestablished, restored, restore, restores, reinstated, reinstate, recommitted to, recommit to,
			to extend, resumed, resume, have extended, has extended, have renewed, has renewed, had extended, had renewed, revived, revive, reviving, rolled over, roll over, renegotiated, lengthened, lengthen, given a new lease, been extended, been renewed, been prolonged, be extended`,
		),
	},
	{
		// Beside one that was: “a second truce”.
		is: ['anew'],
		words: list('new, second, fresh, third, another, fourth, further, renewed, latest, follow-up, repeat'),
	},
	{
		// What a party does that ends one.
		is: ['ends'],
		words: list(
			`ended, ends, end, ending, called off, calls off, calling off, scrapped, scraps, tore up, tears up, withdrew from, withdraws from, withdrawn from, withdrawing from, pulled out of, pulls out of, pulling out of, walked away from, walks away from, walking away from, abandoned, abandons, renounced, renounces, terminated, terminates, cancelled, canceled, cancels, suspended, suspends, suspending,
			revoked, revokes, annulled, annuls, no longer bound by, no longer considers itself bound by, no longer recognises, no longer recognizes, quit, quits, killed off, repudiated, broke off, breaks off, breaking off, collapse of, the collapse of, breakdown of, the breakdown of, end of, the end of, expiry of, the expiry of, pronounced dead, declared over, declared an end to, declared the end of, announced the end of, rescinded`,
		),
	},
	{
		is: ['quiet', 'word'],
		words: list(
			`shooting stopped, fighting stopped, firing stopped, shelling stopped, guns fell silent, guns have fallen silent, guns had fallen silent, guns went silent, guns are silent, guns were silent, fighting subsided, fighting ceased, fighting halted, fighting has stopped, fighting had stopped, shooting has stopped, shooting had stopped, fighting paused, fighting ended, hostilities ceased, hostilities ended`,
		),
	},
	{
		is: ['calm', 'word'],
		words: list(
			'calm, calmly, quiet, quietly, peacefully, uneventful, uneventfully, stable, tranquil, no incidents, no incident, no exchanges of fire, no exchange of fire, no firing, no clashes, no gunfire, no shelling, no new clashes, relative calm, uneasy calm, not a shot, silence',
		),
	},
	{
		// The ceasefire that was spoken of.
		is: ['pact', 'word'],
		words: list(
			'the agreement, the deal, the accord, the arrangement, the understanding, the pact, its word, their word, his word, the protocol, the arrangements, the understandings, this agreement, that agreement, the agreements, its promise, its commitments, its obligations, its signature, their agreement, breaches of it, violations of it, breach of it, the terms',
		),
	},
	{
		is: ['holiday', 'word'],
		words: list(
			"Eid, Ramadan, Easter, Christmas, New Year, New Year's, Nowruz, Diwali, Tet, Eid al-Fitr, Eid al-Adha, Orthodox, Olympic, Harvest",
		),
	},
	{
		is: ['accept'],
		words: list(
			'accepted, accept, accepts, accepting, has accepted, have accepted, had accepted, has agreed to, have agreed to, had agreed to, agreed to, agree to, agrees to, welcomed and accepted, took up',
		),
	},
	{is: ['moot'], words: list('once, until, till, unless, if, without, whether, should')},
	{
		// Before a ceasefire that is not.
		is: ['moot', 'word'],
		words: list(
			`hopes of, hopes for, hope for, hope of, close to, closer to, on the verge of, edging towards, edging toward, short of, prospect of, prospects of, prospects for, chances of, chance of, possibility of, no sign of, no signs of, discuss, discussed, discussing, discusses, talks on, talks about, talks over, talks for, talks aimed at, negotiations on, negotiations for, negotiations over, working on, work on, working towards, efforts to, effort to, efforts towards, in exchange for, conditional on, provided that, failed to, fail to, failing to, failed to agree, the day, when asked, what a, refused to, far from, not yet, yet to, unable to, the idea of, calls for, mediate, mediating, proposals for, proposal for, plan for, plans for, bid for, push for, had hoped`,
		),
	},
	{
		is: ['propose'],
		words: list(
			'put forward, puts forward, putting forward, floated, floats, tabled, tables, pressed, presses, pressing for, pushing for, pushes for, appealing for, pleads for, pleading for, campaigned for, lobbied for, proposed, sought, seeks, urging, has proposed, have proposed, has offered, have offered, had offered, had proposed, suggests, suggesting, wanted, want, raised the idea of, advocates, advocating, urgently called for, reiterated its call for, renewed its call for, renewed their call for, repeated its call for, renewed calls for, repeated calls for, renewed a call for, joined calls for, backed calls for, hopes for, hoped for, prayed for, pushed, aims for, ready for, open to, asked for, asks for, calls on, appeal for, an appeal for, insists on, sought agreement on, offered, offers, offer, proposes, propose, offering, proposing, suggested, seek, calls for, called for, call for, calling for, appealed for, appeals for, urged, urges, pushed for, demanded, demands, demand, wants, pressed for, seeking, advocated, pleaded for, has called for, have called for, had called for, requested, insisted on',
		),
	},
	{
		is: ['partly'],
		words: list(
			'roughly, in most places, in most areas, mainly, with few exceptions, with minor exceptions, save for, by local standards, barring, relatively, almost entirely, despite sporadic, despite isolated, despite some, precariously, tentatively, shakily, nominally, on paper, more or less, largely, mostly, to some degree, to some extent, only in part, in part, for the most part, broadly, generally, partly, partially, by and large, on the whole, fragile, shaky, tenuous, uneasy, in the main, with some exceptions, except for, apart from',
		),
	},
	{
		is: ['despite'],
		words: list(
			'despite, in spite of, in violation of, in breach of, notwithstanding, regardless of, contrary to, ignoring, after, violating, breaking, breaching, in defiance of',
		),
	},
	{
		is: ['order'],
		words: list(
			'order, impose, observe, implement, establish, introduce, begin, respect, declare, an immediate, immediately, uphold, hold, maintain',
		),
	},
	{is: ['kept'], words: list('vowed to observe, pledged to observe, promised to respect')},
];
