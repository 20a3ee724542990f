import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * What English words and phrases can be. A row is a sense, and the written forms that have it.
 * A word may stand in several rows; it then has all their classes.
 */

// Words that rules name one by one; each has the class of its own spelling: `=of`.
const small = list(
	`a, an, the, of, to, from, in, on, at, by, for, with, without, within, between, and, or, but, nor, not, no, as, that, than, then, so,
	up, down, out, over, under, into, onto, off, after, before, since, until, till, during, against, among, amid, when, while, where, who, whom,
	whose, which, what, how, if, though, although, because, due, it, he, she, they, we, i, you, him, her, them, us, its, his, their, our,
	this, these, those, there, here, both, each, either, neither, any, all, some, most, many, much, few, more, less, another, other, others,
	such, own, same, only, just, almost, nearly, per, via, near, across, along, around, about, above, below, behind, beyond, inside, outside,
	through, throughout, toward, towards, upon, despite, including, include, includes, included, also, too, even, yet, again, once, ago, last, next, first, past, previous,
	side, sides, one, half, men, figure, figures, number, numbers, total, full, least, back, fire, put, home, homes, do, does, did, done, else, -`,
);

export const words: readonly Entry[] = [
	...small.map(word => ({is: [`=${word}`, 'small'], words: [word]})),
	{is: ['=and', 'small'], words: ['&']},
	{is: ['=additional', 'more'], words: list('additional, further, extra')},
	{is: ['more'], words: ['more']},
	{is: ['others', 'small'], words: ['others']},

	// Marks
	{is: ['comma'], words: [',']},
	{is: ['stop'], words: list('., !, ?, …')},
	{is: ['semi'], words: [';']},
	{is: ['colon'], words: [':']},
	{is: ['dash'], words: list('–, —')},
	{is: ['hyphen', '=-'], words: ['-']},
	{is: ['open'], words: list('(, [')},
	{is: ['close'], words: list('), ]')},
	{is: ['quote'], words: list('", “, ”, «, », ‘')},
	{is: ['apostrophe'], words: list("', ’")},
	{is: ['possessive'], words: ["'s"]},
	{is: ['percent'], words: list('%, percent, per cent, percentage points')},
	{is: ['currency'], words: list('$, €, £')},
	{is: ['plus'], words: ['+']},
	{is: ['slash'], words: list('/, |')},

	// Verbs that help, words that doubt
	{
		is: ['be'],
		words: list(
			'was, were, is, are, been, being, be, got, get, gets, have been, has been, had been, were being, was being, are being, is being',
		),
	},
	{is: ['beOne'], words: list('was, is, has been, had been, got')},
	{is: ['have'], words: list('have, has, had, having')},
	{
		is: ['locative'],
		words: list(
			'in, on, at, near, aboard, on board, inside, across, around, outside, from, over, throughout, along, of, into, within, among',
		),
	},
	{is: ['not', 'be'], words: list("wasn't, weren't, isn't, aren't, hasn't, haven't, hadn't")},
	{
		is: ['not', 'do', '=not'],
		words: list(
			"has still not, have still not, had still not, has yet to, have yet to, had yet to, has so far not, have so far not, still has not, still have not, has not yet, have not yet, had not yet, is not yet, does not yet, didn't, doesn't, don't, did not, does not, do not, has not, have not, had not, hasn't, haven't, hadn't",
		),
	},
	{is: ['not'], words: list('never, hardly, refused to, declined to')},
	{
		is: ['doubt'],
		words: list(
			`could, may, might, would, can, if, or be, to be, going to, about to, ordered to, intended to, intends to, meant to, intend to, supposed to, so as to, would-be, imagine, imagined, in case, called for the, urged to, whether, unless, should, will, shall, threatened to, threatens to, threatening to, plan to, plans to, planned to, planning to,
			attempted to, attempting to, attempt to, tried to, trying to, try to, wants to, want to, wanted to, vowed to, vow to, feared, fear, fears, fearing, risk, risks, warned of, likely,
			potentially, possibly, aims to, in order to, to avoid, avert, to prevent, avoid, nearly, narrowly, supposedly, hypothetical, fictional, simulated, drill, exercise, exercises, scenario`,
		),
	},
	{
		is: ['adverb'],
		words: list(
			`reportedly, also, so far, already, later, still, now, seriously, critically, slightly, severely, fatally, badly, lightly, gravely, mortally, since, confirmed, reported, subsequently,
			thus far, to date, apparently, allegedly, immediately, overnight, eventually, officially, earlier, then, today, instantly, known to be, known to have, said to be, said to have, thought to be, thought to have, believed to be, believed to have, confirmed to have, reported to have, reported to be, reported, listed as, declared, pronounced, presumed, afterwards, there, either, simultaneously, accidentally, together, deliberately, brutally, initially`,
		),
	},

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
			'killed or wounded, killed and wounded, killed or injured, killed and injured, wounded or killed, dead and wounded, dead or wounded',
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
		words: list('captured, abducted, kidnapped, taken prisoner, taken captive, taken hostage, detained'),
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
			'number of its dead, number of their dead, number of its soldiers killed, number of its troops killed, number of its citizens killed, number of own dead, death toll, toll, number of dead, number of those killed, confirmed death toll, overall death toll, official death toll, total death toll, combined death toll, number of deaths, number of people killed, number of killed, number of the dead, number of fatalities, death count, body count, fatalities count, toll of dead, tally of dead, tally of killed, tally of the dead, count of dead, count of the dead, count of killed, count of those killed, number killed, total killed, total dead, total deaths, total fatalities, confirmed deaths, tally of deaths, dead toll, numbers of dead, number of confirmed dead, number of victims, number of soldiers killed, number of civilians killed, number of people dead, fatality count, count of dead',
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
			'bringing, brings, brought, raise, raising, bumping, taking, pushing up, raises, raised, taking, takes, took, putting, puts, put, pushing, pushes, pushed, lifted, lifting, revised, lowered, has raised, has revised, increasing, increased, updated, bring, driving',
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
	{is: ['received'], words: list('received, receives, treated, admitted, taken in, handed over, delivered')},
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
	{is: ['reports'], words: list('report, reports')},
	{
		is: ['occur'],
		words: list(
			'reported, recorded, registered, confirmed, among, in, on, as, caused, suffered, during, from',
		),
	},

	// People
	{
		is: ['person', 'plural'],
		words: list(
			'people, persons, individuals, men, police, human beings, souls, guests, mourners, worshipers, adherents, operatives, contractors, inmates, detainees, pastoralists, herdsmen, cattle herders, hunters, loggers, poachers, bandits, kidnappers, robbers, looters, thieves, smugglers, bikers, motorcyclists, rangers, park rangers, settlers, councillors, councilors, MPs, lawmakers, candidates, chiefs, imams, priests, nuns, pastors, clerics, monks, bishops, missionaries, lawyers, judges, activists, engineers, technicians, vendors, cadres, supporters, sympathisers, sympathizers, infants, foreigners, expatriates, tribesmen, clansmen, clan members, villagers, partygoers, spectators, commuters, travellers, travelers, returnees, displaced people, displaced persons, internally displaced people, internally displaced persons, IDPs, dockers, cadets, seafarers, crew members, truck drivers, lorry drivers, taxi drivers, clergy, caretakers, watchmen, street vendors, gang members, cartel members, cult members, cultists, occupants, attendees, participants, customers, diners, shoppers, revellers, believers, applicants, vaccinators, polio workers, health care workers, humanitarian workers, NGO workers, construction workers, mine workers, migrant workers, electricians, builders, suicide bombers, bombers, spies, informants, collaborators, hostage-takers, defectors, deserters, teens, newborns, toddlers, orphans, siblings, twins, family members, brethren, inhabitants, patients, prisoners, hostages, passengers, employees, citizens, nationals, relatives, victims, suspects, members, evacuees, attackers, assailants, drivers, guards, officers, staff, workers, elders, leaders, adults, crew members, bystanders, youths, migrants, refugees, brothers, sisters, sons, daughters, neighbours, neighbors, bodyguards, intruders, personnel, politicians, officials, crew, volunteers, colleagues, compatriots, survivors',
		),
	},
	{
		is: ['person', 'plural'],
		combatant: 'civilian',
		words: list(
			'protesters, protestors, demonstrators, marchers, civilians, villagers, residents, women, children, boys, girls, journalists, farmers, teachers, students, pupils, schoolchildren, babies, infants, toddlers, teenagers, minors, elderly people, locals, townspeople, fishermen, shepherds, herders, aid workers, doctors, nurses, medics, paramedics, medical workers, health workers, pensioners, worshippers, pilgrims, shoppers, miners, merchants, traders, tourists, pedestrians, motorists, rescuers, families of fishermen, reporters, rescue workers, firefighters, teens, kids, schoolgirls, schoolboys, mothers, fathers, couples, non-combatants, noncombatants, UN staff, peasants, labourers, laborers',
		),
	},
	{
		is: ['person', 'plural'],
		combatant: 'military',
		words: list(
			'soldiers, privates, corporals, majors, troops, troopers, policemen, cops, constables, jawans, rangers, vigilantes, vigilante members, self-defence fighters, volunteer fighters, self-defence volunteers, militia members, militia men, militiamen, rebels, Taliban, insurgents, Maoists, Naxals, Naxalites, fighters, warriors, tribal militiamen, legionnaires, riflemen, regulars, auxiliaries, bodyguards, security forces members, security operatives, defence forces personnel, officers and men, combatants, occupiers, invaders, navy personnel, coast guards, intelligence officers, infiltrators, suicide attackers, hijackers, dissidents, irregulars, junta troops, cadre, servicemen, service members, service personnel, servicewomen, border guards, guards, guardsmen, fighters, militants, insurgents, rebels, gunmen, militiamen, marines, sailors, pilots, conscripts, combatants, police officers, policemen, policewomen, gendarmes, commandos, paratroopers, terrorists, separatists, commanders, special forces, security personnel, military personnel, mercenaries, reservists, border troops, airmen, peacekeepers, guerrillas, jihadists, paramilitaries, extremists, infantrymen, snipers, cadets, recruits, generals, colonels, captains, lieutenants, sergeants, gunners, crewmen, frontier guards, security officers, security guards, security force members, tribal fighters, defenders, partisans, tankers, tank crew members, tank crewmen, fighters of',
		),
	},
	{
		is: ['person', 'one'],
		words: list(
			'person, individual, man, guest, mourner, worshiper, worshipper, adherent, operative, contractor, inmate, detainee, pastoralist, herdsman, hunter, logger, poacher, bandit, kidnapper, robber, looter, thief, smuggler, biker, motorcyclist, ranger, park ranger, settler, councillor, councilor, MP, candidate, imam, priest, nun, pastor, cleric, monk, bishop, missionary, lawyer, judge, activist, engineer, technician, vendor, shopkeeper, shop owner, cadre, supporter, sympathiser, foreigner, tribesman, clansman, spectator, traveller, traveler, docker, truck driver, lorry driver, taxi driver, bus driver, ambulance driver, watchman, caretaker, gang member, cartel member, customer, bomber, suicide bomber, spy, informant, collaborator, hostage-taker, aide, bodyguard, businessman, businesswoman, governor, mayor, bystander, passer-by, neighbour, neighbor, niece, aunt, grandmother, grandfather, granddaughter, grandchild, stepson, parent, twin, sibling, sister-in-law, brother-in-law, mother-in-law, father-in-law, fiancee, girlfriend, boyfriend, pedestrian, motorist, commuter, tourist, pilgrim, shopper, customer, cleaner, electrician, plumber, builder, carpenter, barber, tailor, baker, butcher, chef, interpreter, translator, headman, headmaster, headteacher, lecturer, professor, sheikh, elder, preacher, deacon, social worker, health worker, community leader, tribal leader, village head, village chief, religious leader, party member, family member, NGO worker, humanitarian worker, construction worker, migrant worker, farm worker, polio worker, vaccinator, machinist, skipper, helmsman, seafarer, conductor, deserter, prosecutor, magistrate, senator, diplomat, militiaman, patient, prisoner, hostage, passenger, employee, citizen, national, relative, victim, suspect, member, attacker, assailant, driver, guard, officer, worker, elder, leader, adult, crew member, bystander, youth, official, brother, sister, son, daughter, mother, father, wife, husband, cousin, nephew, grandson, uncle, chief, politician, refugee, migrant, volunteer',
		),
	},
	{
		is: ['person', 'one'],
		combatant: 'civilian',
		words: list(
			'protester, protestor, demonstrator, marcher, civilian, villager, resident, woman, child, boy, girl, journalist, farmer, teacher, student, pupil, schoolgirl, schoolboy, baby, infant, toddler, teenager, fisherman, shepherd, herder, aid worker, doctor, nurse, medic, paramedic, pensioner, firefighter, reporter, cameraman, photographer, trader, merchant, rescuer, grandmother, local, housewife, miner',
		),
	},
	{
		is: ['person', 'one'],
		combatant: 'military',
		words: list(
			'soldier, trooper, constable, jawan, cop, vigilante, militia member, warrior, legionnaire, rifleman, bodyguard, infiltrator, dissident, combatant, security officer, security guard, security force member, ringleader, commandant, lieutenant colonel, lieutenant general, inspector, sub-inspector, head constable, serviceman, servicewoman, service member, border guard, guard, guardsman, fighter, militant, insurgent, rebel, gunman, militiaman, marine, sailor, pilot, conscript, combatant, police officer, policeman, policewoman, gendarme, commando, paratrooper, terrorist, separatist, commander, mercenary, reservist, airman, peacekeeper, guerrilla, jihadist, sniper, cadet, recruit, general, colonel, captain, lieutenant, sergeant, major, private, gunner, frontier guard, security guard, security officer, warrant officer, ensign',
		),
	},
	{is: ['modifier'], combatant: 'civilian', words: list('civilian, unarmed')},
	{is: ['modifier'], combatant: 'military', words: list('military, enemy, armed, army')},
	{
		is: ['modifier'],
		words: list(
			'local, young, elderly, other, new, senior, male, female, ethnic, innocent, unidentified, unnamed, suspected, alleged, different, foreign, fellow, former, junior, wounded, injured, dead, displaced, missing, captured, seriously, critically, high-ranking, regular, opposing, opposition, pregnant, security, border, police, government, pro-government',
		),
	},

	{
		is: ['hostile'],
		words: list(
			'terrorists, terrorist, militants, militant, insurgents, insurgent, bandits, bandit, extremists, extremist, saboteurs, saboteur, infiltrators, infiltrator, mercenaries, mercenary, gunmen, gunman, enemy, attackers, attacker, assailants, assailant, fighters, fighter, rebels, rebel, separatists, separatist, jihadists, jihadist, occupiers, invaders, aggressors',
		),
	},
	{is: ['tally'], words: list('count, tally, estimate, report, reports, word, counts')},
	{is: ['destroyed'], words: list('destroyed, destroying, wiped out, taken out, taking out, sent to hell')},
	{is: ['possibly'], words: list('possibly, perhaps, maybe')},
	{is: ['alongWith'], words: list('along with, together with, as well as, plus, in addition to, besides')},
	{
		is: ['mishap'],
		words: list(
			'crashed, sank, capsized, overturned, went down, was shot down, were shot down, was hit, were hit, was struck, were struck, struck a mine, hit a mine, hit a landmine, struck a landmine, ran over a mine, drove over a mine, drove over a landmine, ran over a landmine, came under fire, came under attack, was ambushed, were ambushed, was attacked, were attacked, was shelled, were shelled, was bombed, were bombed, caught fire, blew up on a mine',
		),
	},
	{is: ['toDeath'], measure: 'killed', words: ['to death']},
	{
		is: ['takeAs'],
		words: list('took, taken, taking, takes, take, holding, held, holds'),
	},
	{
		is: ['asCaptive'],
		measure: 'captured',
		words: list(
			'hostage, prisoner, captive, prisoners, as hostages, as prisoners, as hostage, into captivity, into custody, alive',
		),
	},
	{
		is: ['unknown'],
		words: list(
			'unknown, not known, unclear, not given, not disclosed, not available, not released, undisclosed, unspecified, not immediately known, not immediately clear, not immediately available, not specified, not announced, not published, yet to be announced',
		),
	},
	{is: ['keep'], words: list('kept, keeps, have, has, had, lists, listed, lost, counts')},
	{is: ['coded'], words: list('coded, recorded, counted, entered, reported, given, listed, estimated, put')},
	{is: ['combined'], words: list('combined, joint, overall combined')},
	{
		is: ['doing'],
		words: list(
			'actions, action, acts, result, consequence, fault, hands, responsibility, provocation, operation, operations',
		),
	},

	// What a number may count that is no person
	{
		is: ['strife', 'thing'],
		words: list(
			'attack, attacks, strike, strikes, airstrike, airstrikes, air strikes, raid, raids, clash, clashes, incident, incidents, explosion, explosions, blast, blasts, battle, battles, violation, violations, ambush, ambushes, shellings, bombings, air raids, skirmishes, skirmish, offensives, assaults',
		),
	},
	{
		is: ['thing'],
		words: list(
			`house, houses, home, homes, building, buildings, school, schools, village, villages, town, towns, city, cities, settlement, settlements, district, districts, region, regions, province, provinces, hospital, hospitals, clinic, clinics,
			shop, shops, market, markets, mosque, mosques, church, churches, bridge, bridges, road, roads, apartment, apartments, flats, hut, huts, tents, tent, shelters, kindergarten, kindergartens, farm, farms, border posts, post, posts, outpost, outposts, checkpoint, checkpoints, position, positions, base, bases, camp, camps, front, fronts,
			tank, tanks, vehicle, vehicles, truck, trucks, lorry, lorries, car, cars, bus, buses, motorbike, motorbikes, motorcycles, motorcycle, drone, drones, UAV, UAVs, helicopter, helicopters, aircraft, plane, planes, jet, jets, warplane, warplanes, ship, ships, boat, boats, vessel, vessels, gun, guns, howitzers, mortars, mortar, rocket, rockets, missile, missiles, shell, shells, round, rounds, bomb, bombs, mine, mines, grenade, grenades, rifles, weapons, APCs, armoured vehicles, armored vehicles, armoured personnel carriers, armored personnel carriers, launchers, systems, shots, bullets, batteries, tonnes, trains,
			sheep, fish, birds, poultry, donkeys, donkey, mules, buffaloes, yaks, oxen, ox, bulls, bull, lambs, rams, ewes, calves, bees, crops, careers, dreams, hopes, jobs, bills, deals, projects, languages, herd, herds, flock, pets, cats, cat, dog, fish stocks, tortoises, elephants, rhinos, lions, whales, dolphins, tree, stars, cow, cows, cattle, goats, horses, livestock, animals, dogs, camels, head of cattle, head of livestock, head of sheep, head of goats, heads of cattle, heads of livestock, animal, horse, goat, hens, chickens, pigs,
			wave, waves, case, cases, occasion, occasions, time, times,
			country, countries, state, states, nation, nations, side, sides, party, parties, government, governments, company, companies, group, groups, family, families, household, households, brigade, brigades, battalion, battalions, regiment, regiments, unit, units, division, divisions, squad, squads, convoy, convoys, team, teams, organisation, organisations, organizations, agency, agencies, ministries, 
			vote, votes, seat, seats, point, points, page, pages, resolution, article, item, items, trees, fires, fields, hectares, acres, plots, parcels, graves, photos, videos, statements, documents, articles, ambulances, ambulance, pieces, kinds, types, copies, targets, target, sites, site, heights, hills, hill, areas, area, places, locations, points, crossing, crossings, sections, line, lines, goals, games, matches, storeys, floors, rooms, beds, wells, pumps, pipelines, schemes, questions, phases, rounds of talks, talks, steps, levels, routes, generators, facilities, installations, structures, properties, dwellings, warehouse, warehouses, bakeries, parts`,
		),
	},
	{
		is: ['areaWord'],
		words: list(
			'region, district, province, city, town, area, village, regions, districts, provinces, oblast',
		),
	},
	{is: ['former'], words: list('earlier, previous, initial, prior, preliminary, original')},
	{
		is: ['clashes'],
		words: list('clashes, fighting, violence, conflict, hostilities, battles, war, attacks, strikes, unrest'),
	},
	{
		is: ['unit'],
		words: list(
			`km, kilometre, kilometres, kilometer, kilometers, metre, metres, meter, meters, mile, miles, m, mm, millimetre, millimeter, cm, centimetres, foot, feet, yard, yards, kg, kilograms, kilo, kilos, tonne, tons, ton, tonnes, litre, litres, liters, barrels, degree, degrees, hectare, mph, kmh, caliber, calibre, inch, inches,
			second, seconds, minute, minutes, hour, hours, day, days, night, nights, week, weeks, month, months, year, years, decade, decades, century, centuries, weekend, times, fold, euros, dollars, dollar, euro, roubles, rubles, pounds, som, somoni, drams, manats, cents, pct, sq, square, cubic, GMT, UTC, years old, year old, nautical, shillings, francs, hryvnia, lira, storey, ft, lb`,
		),
	},
	{is: ['old'], words: list('year-old, years old, year old, -year-old, years of age, month-old, months old')},
	{
		is: ['aged'],
		words: list(
			'aged, age, ages, no, No., number, chapter, article, resolution, flight, route, room, unit, school, protocol, phase, version, highway, hill, post, grade, page, point, height, checkpoint number, type',
		),
	},
	{is: ['strong'], words: list('strong, -strong')},

	// Who speaks
	{
		is: ['say'],
		words: list(
			`said, says, say, saying, spoke of, speaks of, speak of, lists, listed, logged, records, maintains, maintain, asserted, asserts, assert, contended, contends, contend, tallied, affirmed, affirms, affirm, assessed, assesses, remembers, told, tells, tell, reported, reports, report, announced, announces, stated, states, confirmed, confirms, claimed, claims, claiming, added, adds, wrote, writes, insisted, insists, noted, estimated, estimates, declared, declares, tweeted, explained, recorded, counted, gave, gives, warned, warns, put, puts, revealed, specified, informed, posted, maintained, alleged, alleges, reiterated, stressed, reporting, announcing, stating, testified, recalled, emphasised, emphasized, raised, raises, lowers, lifts, revised, revises, acknowledged, admitted, registered, documented, conceded, described, argued, updated, verified, has said, had said, has reported, had reported, has confirmed, has announced`,
		),
	},
	{is: ['quote'], words: ['„']},
	{is: ['cites'], words: list('quoted, quoting, cited, citing, quotes, cites')},
	{
		is: ['according'],
		words: list('according to, in the words of, as reported by, as told by, citing, as announced by'),
	},
	{
		is: ['deny', 'say'],
		act: 'denial',
		words: list(
			'denied, denies, deny, denying, dismissed as, dismisses as, dismissed claims, rejected claims, rejected reports, dismissed reports, disputed claims, called false, disputes, rubbished,  rejected, rejects, reject, rejecting, dismissed, dismisses, refuted, refutes, disputed, disputes, has denied, have denied, had denied, has rejected, have rejected, has dismissed, rebuffed, rebutted',
		),
	},
	{
		is: ['admit', 'say'],
		act: 'admission',
		words: list(
			'admitted, admits, acknowledged, acknowledges, conceded, concedes, confessed, admitting, acknowledging, has admitted, has acknowledged, took responsibility for, claimed responsibility for, takes responsibility for',
		),
	},
	{
		is: ['urge'],
		act: 'call',
		words: list(
			'urged, urges, urging, called on, calls on, calling on, called upon, calls upon, appealed to, appeals to, appealing to, has called on, has urged, have urged, have called on, asked, pleaded with, asks, called for, calls for, calling for, has called for, have called for, appealed for, appeals for',
		),
	},
	{
		is: ['demand'],
		act: 'demand',
		words: list('demanded, demands, demand, demanding, insisted on, has demanded, have demanded'),
	},
	{is: ['say', 'statement'], words: list('in a statement')},
	{
		is: ['restraint'],
		words: list(
			'restraint, de-escalation, calm, dialogue, escalation, peace, talks, negotiations, an end to, stop, end, cease, halt, refrain, withdraw, pull back, stand down, settle, resolve, release, prevent, avoid, show, exercise, negotiate, talk, return',
		),
	},
	{
		is: ['organ'],
		speaker: 'official',
		words: list(
			`home ministry, home office, external affairs ministry, ministry of external affairs, justice ministry, finance ministry, trade ministry, information ministry, state department, pentagon, intelligence agency, intelligence agencies, consulate, high commission, ministry of health, foreign office, ministry, health ministry, foreign ministry, defence ministry, defense ministry, interior ministry, emergencies ministry, emergency ministry, ministry of health, ministry of defence, ministry of defense, ministry of foreign affairs, ministry of internal affairs, ministry of interior, ministry of the interior, ministry of emergency situations, emergency situations ministry, border service, border guard service, border guards, border troops, security council, security service, state security service, government, authorities, officials, presidential office, president's office, presidential administration, prime minister's office, general staff, armed forces, army, military, navy, air force, coast guard, coastguard, police, prosecutor's office, prosecutors, parliament, cabinet, embassy, administration, regional administration, press service, press office, state committee, national security committee, security committee, emergency services, rescue service, health department, health officials, hospital officials, defence officials, defense officials, security officials, government officials, military officials, local officials, local authorities, regional authorities, health authorities, command, high command, general command, joint staff, military command, national guard, intelligence service, law enforcement, law-enforcement agencies, council, governor's office, town hall, mayor's office, office, department, service, security forces, state security, ombudsman's office, commission, delegation, civil defence, civil defense, civil protection, fire service, crisis centre, leadership, foreign ministries, ministries, border services, presidents' offices, defence ministries, defense ministries, governments, delegations, military leadership, brigade, battalion`,
		),
	},
	{
		is: ['title'],
		speaker: 'official',
		words: list(
			`human rights defender, rights defender, human rights commissioner, home minister, home secretary, information minister, culture minister, justice minister, finance minister, trade minister, energy minister, environment minister, water minister, transport minister, external affairs minister, minister of state, security minister, agriculture minister, education minister, legislator, legislators, lawmakers, MP, MPs, president-elect, ex-president, chairwoman, emir, sultan, crown prince, supreme leader, party leader, party chief, president, prime minister, premier, foreign minister, defence minister, defense minister, health minister, interior minister, minister, deputy minister, deputy prime minister, deputy foreign minister, deputy health minister, deputy defence minister, deputy defense minister, spokesman, spokeswoman, spokesperson, spokespeople, spokesmen, secretary, security council secretary, head, chief, chief of staff, governor, mayor, commander, envoy, special envoy, ambassador, ombudsman, director, chairman, deputy, deputy head, deputy chief, secretary of state, chancellor, king, leader, general, lawmaker, official, presidents, foreign ministers, leaders, security chief, army chief, police chief, negotiator, chief negotiator, rebel leader, prime ministers, ministers, press secretary, representative, coordinator, commissioner, administrator, vice president, foreign secretary, defence secretary, adviser, aide, diplomat, captain, colonel, Col., Maj., Gen., Lt., Lt. Gen., Maj. Gen., Brig. Gen., Brig., Sgt., Capt., Mr., Ms., Mrs., Dr.`,
		),
	},
	{
		is: ['title'],
		speaker: 'un',
		words: list('secretary-general, secretary general, UN chief, high commissioner'),
	},
	{
		is: ['unnamed'],
		speaker: 'unnamed',
		words: list(
			'source, sources, a source, security source, security sources, unnamed officials, unnamed official, unidentified officials, a security source, anonymous officials, military source, military sources, officials on condition of anonymity, diplomatic sources, medical sources, medical source, intelligence sources, hospital sources, law-enforcement source',
		),
	},
	{
		is: ['resident'],
		speaker: 'resident',
		words: list(
			'residents, resident, locals, villagers, villager, witnesses, eyewitnesses, witness, eyewitness, local residents, survivors, survivor, relatives, medics, doctors, doctor, activists, activist, locals, a local resident, a resident, a witness, local people, hospital staff, medical workers, rescuers, rescue workers, paramedics, neighbours, politician, politicians',
		),
	},
	{
		is: ['opposition'],
		speaker: 'opposition',
		words: list('opposition, opposition leader, opposition politician, opposition party, opposition figures'),
	},
	{
		is: ['monitor'],
		speaker: 'monitor',
		words: list(
			"monitors, observers, observer, monitoring group, monitoring mission, observer mission, human rights group, rights group, rights groups, human rights watch, amnesty international, red cross, international committee of the red cross, ICRC, red crescent, doctors' union, union, aid agencies, aid agency, charity, war monitor, watchdog, researchers, analysts, analyst, ACLED, doctors without borders, human rights groups, NGO, rights activists, aid groups, aid group, OSCE mission, monitoring mission",
		),
	},
	{
		is: ['agency'],
		speaker: 'un',
		words: list(
			'world health organization, world health organisation, WHO, UNICEF, UNHCR, OCHA, refugee agency, human rights office, world food programme, mission, unicef, security council president',
		),
	},
	{
		is: ['media'],
		speaker: 'media',
		words: list(
			'state media, state television, state TV, state news agency, news agency, agency, newspaper, media, television, local media, news website, news outlet, media reports, media outlets, broadcaster, radio, state radio, TV, press, state-run media, news agencies, website, channel, outlet',
		),
	},

	{
		is: ['generic'],
		words: list(
			'ministry, statement, source, agency, service, spokesman, spokeswoman, official, organization, organisation, minister, president, report, committee, office, department, army, military, police, spokesperson',
		),
	},

	// Sides
	{
		is: ['bothSides'],
		side: 'both',
		words: list(
			'both generals, both leaderships, the two leaderships, both prime ministers, both foreign ministers, the two foreign ministers, the two prime ministers, both commands, both camps, the two camps, both militaries, the two militaries, both sides, the two sides, two sides, both countries, the two countries, two countries, both parties, the two parties, both states, both nations, the two neighbours, the two neighbors, two neighbours, two neighbors, the two nations, the warring parties, warring parties, the warring sides, warring sides, both governments, the two governments, the parties, the sides, all parties, all sides, the two armies, both armies, both capitals, the rivals, the parties to the conflict, the conflicting parties, both camps, the rival forces, both militaries, the two states, the belligerents, either side, each side, the two rivals, both of the countries, the opposing sides, the neighbours, the neighbors, the two ex-soviet states, rival factions, two forces, the two forces, the two generals, both leaders, the two leaders, two leaders, the two presidents, both presidents, the foes, the enemies, neighbours, the two enemies',
		),
	},
	{
		is: ['neitherSide'],
		side: 'both',
		words: list(
			'neither side, neither country, neither party, neither government, neither of the sides, neither of the two sides',
		),
	},
	{
		is: ['eachOther'],
		side: 'both',
		words: list('each other, one another, the other side, the other, each other side'),
	},
	{
		is: ['otherSide'],
		words: list(
			'the other side, the opposite side, the opposing side, the enemy, its neighbour, its neighbor, the neighbouring country, the neighboring country, the adversary',
		),
	},
	{
		is: ['forces'],
		words: list(
			'forces, force, troops, soldiers, army, military, side, border guards, border guard, border troops, servicemen, fighters, militants, units, gunmen, artillery, gunners, warplanes, jets, aircraft, drones, drone, tanks, fire, shelling, shells, gunboats, navy, air force, rockets, missiles, mortars, helicopters, authorities, leadership, armed forces, militia, militias, police, snipers, guards, gunfire, attack, attacks, strike, strikes, air strikes, airstrikes, air strike, airstrike, drone strike, drone strikes, bombardment, bombing, raid, mortar fire, mortar, artillery fire, warplane, jet, helicopter, missile, rocket, government, rocket fire, offensive, aggression, invasion, convoy, column, patrol, positions, posts, post, outpost, raids, ambushes, bombings, shellings, assaults, assault, bombers, commandos, marines, ships, warships, ambush, personnel, security forces, citizens, territory, soil, military personnel, saboteurs, checkpoint, convoys, outposts',
		),
	},
	{is: ['territory'], words: list('side, territory, soil, land')},

	// Idioms that only look like numbers
	{
		is: ['small'],
		words: list(
			'one of, one of the, one of them, one by one, at one point, one day, no one knows, one-sided, on the one hand, in one, second, zero tolerance, one side, one party',
		),
	},
	{
		is: ['measured'],
		words: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'ten', '10', '20'].map(
			n => `one in ${n}`,
		),
	},
	{is: ['reflexive', 'small'], words: list('himself, herself, itself, themselves')},
	{is: ['nobody'], words: list('nobody, no one, no-one, none, not a single person')},
	{is: ['nil'], words: list('zero, nil')},
	{is: ['notOne'], words: list('not one, not a single, not one of')},
	{is: ['any'], words: list('any, any of')},

	// One event
	{
		is: ['event'],
		words: list(
			`strike, attack, raid, ambush, explosion, blast, shelling, bombing, drone strike, air strike, airstrike, missile strike, rocket attack, mortar attack, drone attack, gunfight, firefight, shootout, exchange of fire, incident, clash, crash, mine, landmine, land mine, mortar round, shell, rocket, missile, bomb, mortar, suicide bombing, car bomb, roadside bomb, grenade, skirmish, massacre, stampede, assault, collision, fire, crossfire, shooting, improvised explosive device, IED, bombardment, mortar fire, projectile, drone, sniper, sniper fire, operation, battle, mortar shell, artillery shell, ammunition, airstrikes, kamikaze drone`,
		),
	},
	{
		is: ['happen'],
		words: list(
			'hit, struck, exploded, landed, detonated, blew up, collided, crashed, ambushed, bombed, stormed, hitting, striking, fell on, capsized, sank, went off, attacked, opened fire',
		),
	},
	{
		is: ['fighters'],
		words: list(
			'fighters, gunmen, militants, attackers, assailants, bomber, warplanes, drones, unidentified gunmen, unknown gunmen',
		),
	},
	{
		// Whose sentences tell of dead that were dead before.
		is: ['gathering'],
		words: list(
			`protest, protests, protested, protesting, protesters, protestors, demonstration, demonstrations, demonstrated, demonstrators, demonstrating, vigil, vigils, rally, rallies, rallied, march, marched, marches, marching, sit-in, procession, candle march, walked, walkout, anniversary, commemorated, commemorate, commemoration, commemorating, commemorations, memorial, mourners, remembered, remembering, remembrance, funeral, funerals, burial, banner, banners, chanted, chanting, chants, slogans, shouted, placards, stopped work, laid down tools, boycott, boycotted, gathered, assembled, court, courts, tribunal, judge, judges, trial, convicted, indicted, indictment, prosecutors, prosecution, lawsuit, inquest, inquiry, petition, petitioned, compensation, reparations, statute of limitations, amnesty law, solidarity, paid tribute, tribute, wreath, wreaths, minute of silence, prayers for, prayed, mass for, requiem, plaque, monument, mural, documentary, testimony, testified, hearing, hearings, verdict, exhumed, exhumation, exhumations, reburied, reburial, reinterred, wanted in connection with, extradited, extradition, bounty, paid out, families of the, relatives of the, supporters, marked the, to mark, marking, marks`,
		),
	},
	{
		is: ['purpose'],
		words: list(
			`over, against, for, to demand, demanding, to mark, marking, to protest, protesting, to condemn, condemning, to denounce, denouncing, in memory of, in honour of, in honor of, to honour, to honor, following, after, since, in which, during which, that, to, which, who, whose, of, to commemorate, commemorating, calling for, called for, to mourn, mourning, because, wanted, in connection with, about, to remember, remembering`,
		),
	},
	{
		is: ['yearsAfter'],
		words: list(
			'years after, year after, months after, years since, year since, days since, weeks since, months since, years on from, anniversary of',
		),
	},
	{
		is: ['worst'],
		words: list(
			'worst, deadliest, bloodiest, heaviest, most serious, fiercest, most violent, biggest, most deadly, highest, first',
		),
	},
	{
		is: ['disease'],
		words: list(
			'cholera, malaria, measles, COVID, COVID-19, coronavirus, dengue, Ebola, polio, tuberculosis, HIV, AIDS, cancer, heart attack, heart attacks, influenza, flu, plague, meningitis, mpox, overdose, overdoses, vaccine, vaccines, pandemic',
		),
	},
	{
		is: ['untrue'],
		words: list(
			'false, hoax, fake, untrue, was corrected, were corrected, corrected by, fabricated, no truth, withdrawn, retracted, baseless, disinformation, an average of, on average, headline, unfounded, misinformation',
		),
	},
	{is: ['war'], words: list('war, wars, conflict')},
	{
		is: ['fiction'],
		words: list(
			'film, movie, novel, video game, play, convicted, sentenced, jailed, imprisoned, served, drill, exercise, exercises, simulated, scenario, book',
		),
	},
	{
		is: ['background'],
		words: list(
			'accused of killing, suspected of killing, convicted of killing, charged with killing, protest over, protests over, anniversary of, anniversary, commemorate, commemorated, commemorating, commemoration, trial, revenge for, to avenge, avenge, in retaliation for, in revenge for, movie, film, novel, convicted of, sentenced, convicted, trial of, suspected of, wanted for, in connection with, wanted in connection with, linked to, masterminding, masterminded, involved in, implicated in, charged over, arrested over, arrested for, detained over, held over, responsible for, investigating, investigation into, inquiry into, acquitted of, questioned over, accused of, on trial',
		),
	},

	// Topics
	{
		is: ['act'],
		topics: ['shelling'],
		words: list(
			'shelling, shelled, shells, shell, artillery, mortar, mortars, howitzer, howitzers, rocket, rockets, rocket fire, bombardment, bombarding, bombarded, heavy weapons, mortar fire, Grad, multiple rocket launchers, artillery fire, missile, missiles, heavy artillery, mortar shells',
		),
	},
	{
		is: ['act'],
		topics: ['small arms'],
		words: list(
			'gunfire, opened fire, opening fire, open fire, opens fire, fired on, fired at, firing at, firing on, shot at, shooting at, shooting, small arms, small-arms fire, machine guns, machine gun, rifles, sniper, snipers, sniper fire, light weapons, shootings',
		),
	},
	{
		is: ['act'],
		topics: ['tanks'],
		words: list(
			'tank, tanks, armoured vehicles, armored vehicles, armoured personnel carriers, armored personnel carriers, armour, armor, APCs, infantry fighting vehicles',
		),
	},
	{
		is: ['act'],
		topics: ['aircraft'],
		words: list(
			'warplane, warplanes, jets, fighter jets, helicopter, helicopters, air strike, air strikes, airstrike, airstrikes, bombed, bombing, bombings, aircraft, aviation, planes, air raids, air raid, combat helicopters',
		),
	},
	{
		is: ['act'],
		topics: ['drone'],
		words: list(
			'drone, drones, UAV, UAVs, Bayraktar, Bayraktars, unmanned aerial vehicles, unmanned aircraft, drone strikes, drone strike, drone attack, drone attacks, kamikaze drones',
		),
	},
	{
		is: ['target'],
		topics: ['strike on civilians'],
		words: list(
			'civilians, civilian, civilian targets, civilian areas, civilian infrastructure, residential areas, residential buildings, residential area, peaceful residents, peaceful civilians, non-combatants, civilian population, civilian homes',
		),
	},
	{
		is: ['act'],
		topics: ['incursion'],
		words: list(
			'incursion, incursions, invaded, invading, invasion, entered, entering, crossed the border, crossed into, crossing into, crossing the border, seized, seizing, occupied, occupying, advanced into, advancing into, intruded, infiltrated, infiltrating, stormed, storming, invade, aggression, attempted to cross, intrusion, trespassing, taken over, took over, captured a village, encroaching, encroached',
		),
	},
	{
		is: ['act'],
		topics: ['first fire'],
		words: list(
			'opening fire first, opened fire first, fired first, attacked first, firing first, shot first, starting the fighting, started the fighting, starting the clashes, started the clashes, provoking, provoked, provocation, provocations, firing the first shot, fired the first shot, starting the shooting, unprovoked attack, triggering the clashes, began the fighting, started it, instigating, initiating, provoking the clashes, starting the battle, starting the violence, shooting first, starting, firing the first shots, being the first to fire, being the first to open fire',
		),
	},
	{
		is: ['act'],
		topics: ['troop movement'],
		words: list(
			'massing, massed, moving troops, moved troops, reinforcements, redeploying, redeployed, deploying, deployed, build-up, buildup, mobilising, mobilizing, mobilisation, mobilization, amassing, amassed, troop movements, moving equipment',
		),
	},
	{
		is: ['act'],
		topics: ['arson and looting'],
		words: list(
			'burned down, burning down, burnt down, set fire, set ablaze, setting fire to, set fire to, setting ablaze, torching, torched, looting, looted, arson, burning houses, burned houses, burning, plundering, plundered, pillaging, burned, marauding',
		),
	},
	{
		is: ['topic'],
		topics: ['withdrawal'],
		words: list(
			'withdraw, withdrawal, withdrawing, withdrawn, withdrew, pull back, pulling back, pulled back, pull out, pulling out, pulled out, pullback, pull-out, pull, leave its territory, retreat',
		),
	},
	{
		is: ['topic'],
		topics: ['talks'],
		words: list(
			'talks, negotiations, negotiate, negotiating, dialogue, negotiating table, talk, meet, hold talks',
		),
	},
	{
		is: ['topic'],
		topics: ['humanitarian'],
		words: list(
			'humanitarian, aid, humanitarian corridor, humanitarian corridors, corridor, prisoner exchange, exchange of prisoners, safe passage, relief, release prisoners, release of prisoners, evacuation, ambulances, humanitarian aid',
		),
	},
	{
		is: ['act', 'lossTopic'],
		topics: ['losses'],
		words: list(
			'shot down, downed, destroyed, killing, killed, wounding, wounded, losses, deaths, died, casualties',
		),
	},
	{
		is: ['attackWord', 'act'],
		words: list(
			'fired, fires, firing, attacking, attacked, attack, attacks, aggression, escalating, escalation, violence, hostilities, clashes, fighting, killing, targeting, hitting, striking, hit, struck, destroying, destroyed, use, using, used',
		),
	},
];

/** What a report about a drill or a story says in its first sentences. */
export const pretence: RegExp =
	/\b(?:mock (?:drill|exercise|attack|casualt)|tabletop exercise|war games?\b|simulat(?:ed|ion) (?:attack|exercise|drill|of)|(?:emergency|evacuation|civil defen[cs]e) drill|novel|fictional)/i;

/** Words whose full stop ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
	list(
		'mr, mrs, ms, dr, prof, col, lt, gen, maj, capt, sgt, cpl, brig, adm, cmdr, st, mt, ft, rep, sen, gov, pres, sec, no, vs, etc, jr, sr, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec, approx, est, inc, co, corp, ltd, dept, e.g, i.e, cf, fig, u.s, u.n, u.k, e.u, a.k.a, rev, hon, pvt, ave',
	),
);
