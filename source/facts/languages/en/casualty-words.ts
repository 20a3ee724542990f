import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * What happens to people: verbs, nouns and totals of each measure; and words that withhold a number.
 */

export const casualtyWordRows: readonly Entry[] = [
	// Measures
	{
		is: ['struck', 'kill'],
		measure: 'killed',
		words: list(
			'killed, shot dead, gunned down, massacred, shot and killed, executed, slain, slaughtered, murdered, assassinated, beheaded, stabbed to death, burned to death, burnt to death, martyred, beaten to death, neutralised, neutralized, hacked to death, clubbed to death, trampled to death, bludgeoned to death, strangled, eliminated, liquidated, lynched, buried alive, burned alive, burnt alive, put to death, hanged, decapitated, mown down, mowed down, cut down, stoned to death, tortured to death, starved to death, fatally shot, fatally wounded, mortally wounded, fatally injured, fatally stabbed, fatally struck, shelled to death, crushed to death, knifed to death, speared to death, blown to pieces, butchered, exterminated, ambushed and killed, abducted and killed, kidnapped and killed, abducted and executed, shot and fatally wounded, run over and killed, taken out and shot, hit and killed',
		),
	},
	{
		is: ['struck'],
		measure: 'killed',
		words: list(
			'dead, left dead, found dead, blown up, drowned, burned to death, reported dead, confirmed dead, pronounced dead, declared dead, dead on arrival, found shot dead, found murdered, found killed, dead on the spot, KIA',
		),
	},
	{
		is: ['struck', 'kill'],
		measure: 'wounded',
		words: list(
			'wounded, injured, maimed, badly wounded, seriously wounded, seriously injured, critically injured, critically wounded, severely injured, severely wounded, gravely wounded, slightly injured, slightly wounded, lightly wounded, lightly injured, badly injured, shot and wounded, shot and injured, stabbed and injured, concussed, mutilated',
		),
	},
	{
		is: ['struck'],
		measure: 'wounded',
		words: list(
			'WIA, harmed, hurt, badly hurt, seriously hurt, slightly hurt, badly burned, severely burned, hospitalised, hospitalized, rushed to hospital, rushed to the hospital, taken to the hospital, taken to hospitals, brought to hospital, admitted to hospital, admitted to hospitals, receiving treatment, being treated, under treatment, undergoing treatment, receiving medical treatment, taken to hospital, treated for injuries, treated for wounds, treated in hospital, in hospital',
		),
	},
	{
		is: ['struck', 'kill', 'harm'],
		measure: 'casualties',
		words: list(
			'killed or wounded, killed and wounded, killed or injured, killed and injured, wounded or killed, wounded and killed, injured or killed, injured and killed, dead and wounded, dead or wounded, dead or injured, dead and injured',
		),
	},
	{
		is: ['kill'],
		measure: 'casualties',
		words: list('killing or wounding, killing and wounding, killing and injuring, killing or injuring'),
	},
	{
		is: ['struck', 'kill'],
		measure: 'captured',
		words: list(
			'captured, abducted, kidnapped, held by, held captive, held prisoner, taken prisoner, taken captive, taken hostage, detained',
		),
	},
	{
		is: ['struck', 'kill'],
		measure: 'evacuated',
		words: list(
			'evacuated, relocated, moved to safety, taken to safety, moved out, resettled, brought to safety',
		),
	},
	{
		is: ['struck', 'kill'],
		measure: 'displaced',
		words: list(
			'displaced, newly displaced, uprooted, homeless, made homeless, left homeless, rendered homeless, internally displaced, driven out, driven away, driven out of, forced out, pushed out, forced to leave, forced to abandon, forced to relocate, forced to seek, compelled to leave, compelled to flee, obliged to leave, obliged to flee, evicted, expelled, temporarily displaced, currently displaced, driven from, chased from, driven from their homes, forced from their homes, forced to flee, forced to flee their homes, forced to leave their homes, forced out of their homes',
		),
	},
	{
		is: ['struck'],
		measure: 'missing',
		words: list(
			'missing, unaccounted for, reported missing, still missing, missing in action, MIA, feared missing, listed missing, listed as missing, presumed missing, nowhere to be found, still unaccounted for, whereabouts unknown',
		),
	},
	{
		is: ['died'],
		measure: 'killed',
		words: list(
			'died, die, dies, perished, lost their lives, lost his life, lost her life, lost its life, lose their lives, succumbed to, have died, had died, has died, drowned, met their deaths, met their death, met his death, passed away, succumbed, succumb, perish, bled to death, burned to death, burnt to death, froze to death, starved to death, died instantly, breathed their last, dying, fell dead, were no more, lost the battle for life',
		),
	},
	{
		is: ['died'],
		measure: 'wounded',
		words: list(
			'sought treatment, sought medical treatment, suffered injuries, sustained injuries, suffered wounds, sustained wounds, received injuries, received wounds, sought medical help, suffered burns, received shrapnel wounds, received shrapnel injuries, suffered shrapnel wounds, suffered concussion, sustained burns, sustained bullet wounds, suffered gunshot wounds, sustained gunshot wounds, received bullet wounds, suffered bullet wounds, needed treatment, required treatment, needed hospital treatment, required hospital treatment, received treatment, received medical treatment, received medical care, got injured, got hurt',
		),
	},
	{
		is: ['died'],
		measure: 'missing',
		words: list(
			'went missing, gone missing, go missing, disappeared, have disappeared, had disappeared, vanished, remain missing, remained missing, remain unaccounted for, are still missing, have gone missing, had gone missing, has gone missing',
		),
	},
	{
		is: ['died'],
		measure: 'displaced',
		words: list(
			'fled, flee, have fled, has fled, had fled, are fleeing, were fleeing, left their homes, fled their homes, left their houses, have left their homes, abandoned their homes, lost their homes',
		),
	},
	{is: ['died'], measure: 'evacuated', words: list('left the area by bus')},
	{
		is: ['kill'],
		measure: 'killed',
		words: list(
			'killing, kills, kill, claimed the lives of, claimed the life of, claiming the lives of, took the lives of, cost the lives of, claims lives of, shot dead, shooting dead, slaying, executing, massacring, slays, beheading, lynching, gunning down, mowing down, mowed down, mowed, murdering, assassinating, slaughtering, neutralising, neutralizing, eliminating, beat to death, beating to death, hacking to death, stabbing to death, burning alive, burning to death, hanging, strangling, cutting down, cut down, wiped out, wiping out, hacked to death, stoned to death, taking the lives of, taking the life of, took the life of, cost the life of, leading to the death of, causing the death of, resulting in the death of, leading to the deaths of, causing the deaths of, resulting in the deaths of, led to the death of, led to the deaths of, caused the death of, caused the deaths of, resulted in the death of, resulted in the deaths of, butchered, butchering',
		),
	},
	{
		is: ['kill'],
		measure: 'wounded',
		words: list(
			'wounding, injuring, wounds, injures, wound, injure, hurting, hurts, maiming, hurt, hospitalizing, hospitalising',
		),
	},
	{
		is: ['kill'],
		measure: 'captured',
		words: list(
			'capturing, captures, abducting, kidnapping, took prisoner, taking prisoner, took hostage, taking hostage, took captive, detaining, capture',
		),
	},
	{is: ['kill'], measure: 'evacuated', words: list('evacuating, evacuates, evacuate')},
	{
		is: ['kill'],
		measure: 'displaced',
		words: list('displacing, displaces, displace, uprooting, uproots, uproot'),
	},
	{
		is: ['fromHome'],
		measure: 'displaced',
		words: list('from their homes, out of their homes, from their houses, from home'),
	},
	{
		is: ['free'],
		words: list(
			'freed, released, freeing, releasing, exchanged, swapped, handed back, set free, frees, releases',
		),
	},
	{
		is: ['pledge'],
		words: list(
			'would, will, vowed to, pledged to, promised to, agreed to, undertook to, committed to, ready to, vow to, pledge to, promise to, pledges to, promises to',
		),
	},
	{
		is: ['leave'],
		words: list('left, leaving, leaves, leave, abandoned, abandoning, have left, had left, lost'),
	},
	{
		is: ['houseWord'],
		words: list(
			'houses, villages, homes, home, dwellings, village, town, towns, neighbourhoods, neighborhoods, neighbourhood, neighborhood, district, farms, island, camp, settlement, settlements, land, communities, hamlet, hamlets',
		),
	},
	{is: ['lose'], words: list('lost, losing, loses, lose')},
	{
		is: ['claimLives'],
		words: list(
			'claimed, claims, claiming, cost, costs, took, taking, has claimed, have claimed, had claimed, has cost, have cost, had cost',
		),
	},
	{is: ['lives'], words: list('lives')},
	{
		is: ['deaths', 'deathNoun'],
		measure: 'killed',
		words: list(
			'deaths, fatalities, fatality, dead, bodies, corpses, killings, dead bodies, war dead, killed in action, mortalities, casualties dead, martyrs, lifeless bodies, bullet-riddled bodies',
		),
	},
	{is: ['oneDeath'], measure: 'killed', words: ['death']},
	// Of the long dead.
	{is: ['word'], words: list('skeletal remains, skeletons, human bones, mummified remains')},
	{is: ['morgue'], words: list('morgue, morgues, mortuary, mortuaries')},
	{is: ['bodies'], measure: 'killed', words: list('bodies, body, remains, corpses, corpse, death')},
	{is: ['deaths'], measure: 'wounded', words: list('injuries, injured, wounded, war-wounded, war wounded')},
	{is: ['deaths'], measure: 'casualties', words: list('casualties, casualty')},
	{is: ['deaths'], measure: 'evacuated', words: ['evacuees']},
	{
		is: ['deaths'],
		measure: 'displaced',
		words: list(
			'internally displaced people, internally displaced persons, internally displaced, IDPs, displacements, internal displacements, new displacements, displaced people, displaced persons',
		),
	},
	{is: ['harm'], measure: 'casualties', words: list('casualties, losses, victims, casualty')},
	{is: ['harm'], measure: 'killed', words: list('deaths, fatalities, dead, loss of life, killed, fatality')},
	{is: ['harm'], measure: 'wounded', words: list('injuries, wounded, injured')},
	{is: ['losses'], words: list('losses, dead, casualties, killed, deaths, fatalities')},
	{
		is: ['toll'],
		measure: 'killed',
		words: list(
			'number of its dead, number of their dead, number of its soldiers killed, number of its troops killed, number of its citizens killed, number of own dead, death toll, toll, number of dead, number of those killed, confirmed death toll, overall death toll, official death toll, total death toll, combined death toll, number of deaths, number of people killed, number of killed, number of the dead, number of fatalities, death count, body count, fatalities count, toll of dead, tally of dead, tally of killed, tally of the dead, count of dead, count of the dead, count of killed, count of those killed, number killed, total killed, total dead, total deaths, total fatalities, confirmed deaths, tally of deaths, dead toll, numbers of dead, number of confirmed dead, number of victims, number of soldiers killed, number of civilians killed, number of people dead, fatality count',
		),
	},
	{
		is: ['toll'],
		measure: 'wounded',
		words: list(
			'number of its wounded, number of its injured, number of wounded, number of injured, number of the wounded, number of the injured, number of people injured, number of people wounded, injury toll, number of injuries, number of injured people, number injured, number wounded, number hurt, total injured, total wounded, tally of injured, tally of wounded, count of injured, count of wounded',
		),
	},
	{
		is: ['toll'],
		measure: 'casualties',
		words: list('casualty toll, number of casualties, casualty count, casualty figure, total casualties'),
	},
	{
		is: ['toll'],
		measure: 'missing',
		words: list(
			'number of missing, number still missing, number of those missing, count of missing, number of the missing, number of people missing',
		),
	},
	{
		is: ['toll'],
		measure: 'evacuated',
		words: list('number of evacuees, number of evacuated, number of people evacuated'),
	},
	{
		is: ['toll'],
		measure: 'displaced',
		words: list(
			'number of displaced, number of displaced people, number of displaced persons, number of people displaced, number of refugees, number of IDPs, number of internally displaced, number of internally displaced people, number of internally displaced persons, displaced population, number of people who fled, number of people who have fled, number of people forced to flee, total number of displaced',
		),
	},
	{
		is: ['stand'],
		words: list(
			'ranged from, ranges from, range from, ranging from, varied from, varies from, vary from, run from, runs from, was put at, is put at, been put at, was given as, is given as, came to, comes to, amounted to, amounts to, estimated at, is estimated at, was estimated at, are estimated at, were estimated at, stayed at, stays at, remained at, remains at, settled at, now number, numbered, numbers, stands at, stood at, stand at, reached, has reached, had reached, reaches, is now at, now stands at, hits, hit, has hit, is at, was at, totals, totalled, totaled, standing at',
		),
	},
	{is: ['standNear'], words: list('was, is, of, at, as, now')},
	{
		is: ['above'],
		words: list(
			'exceeded, exceeds, has exceeded, passed, has passed, surpassed, has surpassed, topped, tops, has topped, surpasses, passes',
		),
	},
	{
		is: ['rise'],
		words: list(
			'rose, risen, rises, rising, fallen, has fallen, had fallen, came down, gone down, went, gone, moved, shot up, surged, swelled, crept, climbed, climbs, climbing, increased, increases, jumped, jumps, grown, grew, grows, gone up, went up, up, has risen, had risen, has climbed, has increased, has grown, has jumped, revised, fell, dropped, soared, soars, soaring, mounted, updated, raised, lowered, corrected, revised down, revised up, revised upwards, revised downwards, revised upward, revised downward, doubled, doubles, jumping, was raised, was revised',
		),
	},
	{
		is: ['bring'],
		words: list(
			'bringing, brings, brought, raise, raising, bumping, taking, pushing up, raises, raised, takes, took, putting, puts, put, pushing, pushes, pushed, lifted, lifting, revised, lowered, has raised, has revised, increasing, increased, updated, bring, driving',
		),
	},
	{
		is: ['suffer'],
		words: list(
			'suffered, sustained, received, got, had, suffering, sustaining, receiving, suffers, sustains, have, has',
		),
	},
	{
		is: ['injury'],
		words: list(
			'injuries, injury, wounds, burns, concussion, concussions, fractures, cuts, bruises, contusions, trauma, gunshot wounds, shrapnel wounds, bullet wounds, bullet injuries, gunshot injuries, shrapnel injuries, blast injuries, splinter injuries, smoke inhalation, shock, bullet or fragment wounds, shrapnel',
		),
	},
	{
		is: ['treat'],
		words: list(
			'has admitted, have admitted, had admitted, treated, treating, treats, admitted, received, took in, taken in, taking in, operated on',
		),
	},
	{
		is: ['medical'],
		words: list(
			'hospital, hospitals, clinic, clinics, doctors, surgeons, medics, nurses, health centre, health center, paramedics, medical centre, medical center, MSF, field hospital',
		),
	},
	{
		is: ['received'],
		words: list(
			'received, receives, treated, admitted, taken in, handed over, hand over, handing over, hands over, turn over, turned over, turning over, take over, took over, taking over, delivered',
		),
	},
	{
		is: ['find'],
		words: list(
			'found, recovered, pulled, discovered, retrieved, counted, unearthed, recovering, finding, received, seen',
		),
	},

	// Silence
	{
		is: ['give'],
		words: list(
			'give, gave, given, giving, provide, provided, providing, released, release, disclosed, disclose, disclosing, reported, report, published, publish, offered, offer, commented on, comment on, revealed, reveal, specified, specify, said, say, confirmed, confirm, announced, announce, made public, acknowledged',
		),
	},
	{
		is: ['how many'],
		words: list('how many, how many of, exact number of, exactly how many'),
	},
	{is: ['word'], words: list('word, information, details, detail, figures, figure, data, numbers, clarity')},
	{
		is: ['immediate'],
		words: list(
			'immediate, official, exact, precise, detailed, overall, updated, confirmed, own, full, independent, reliable',
		),
	},
	{
		is: ['amounted'],
		words: list(
			'amounted to, amount to, reached, reach, totalled, totaled, total, came to, come to, numbered, ran to',
		),
	},
	{is: ['cutDown'], words: list('cut, reduced, lowered, adjusted, amended')},
	{is: ['reports'], words: list('report, reports')},
	{
		is: ['rival'],
		words: list('real, true, actual, correct').flatMap(how =>
			list('number, figure, toll, death toll, count, total').map(noun => `${how} ${noun}`),
		),
	},
	{
		is: ['rivalAt'],
		words: list(
			'the figure at, the number at, the count at, that figure at, that number at, the real figure at',
		),
	},
	{
		is: ['occur'],
		words: list(
			'reported, recorded, registered, confirmed, among, in, on, as, caused, suffered, during, from',
		),
	},
];
