import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * Whom a number may count, and what it may count that is nobody.
 */

const services =
	'armed forces, security forces, army, police, military, air force, navy, border guard, border guards, border service, national guard, special forces, police force, coast guard';
const ofServices = list('members of, member of, personnel of, members from').flatMap(start =>
	list('its, their').flatMap(article => list(services).map(service => `${start} ${article} ${service}`)),
);

export const peopleWords: readonly Entry[] = [
	{is: ['person', 'plural'], combatant: 'military', words: ofServices},
	// People
	{
		is: ['person', 'plural'],
		words: list(
			'people, persons, individuals, men, police, human beings, souls, guests, mourners, worshipers, adherents, operatives, contractors, inmates, detainees, pastoralists, herdsmen, cattle herders, hunters, loggers, poachers, bandits, kidnappers, robbers, looters, thieves, smugglers, bikers, motorcyclists, rangers, park rangers, settlers, councillors, councilors, MPs, lawmakers, candidates, chiefs, imams, priests, nuns, pastors, clerics, monks, bishops, missionaries, lawyers, judges, activists, engineers, technicians, vendors, cadres, supporters, sympathisers, sympathizers, infants, foreigners, expatriates, tribesmen, clansmen, clan members, villagers, partygoers, spectators, commuters, travellers, travelers, returnees, displaced people, displaced persons, internally displaced people, internally displaced persons, IDPs, dockers, cadets, seafarers, crew members, truck drivers, lorry drivers, taxi drivers, clergy, caretakers, watchmen, street vendors, gang members, cartel members, cult members, cultists, occupants, attendees, participants, customers, diners, shoppers, revellers, believers, applicants, vaccinators, polio workers, health care workers, humanitarian workers, NGO workers, construction workers, mine workers, migrant workers, electricians, builders, suicide bombers, bombers, spies, informants, collaborators, hostage-takers, defectors, deserters, teens, newborns, toddlers, orphans, siblings, twins, family members, brethren, inhabitants, patients, prisoners, hostages, passengers, employees, citizens, nationals, relatives, victims, suspects, members, evacuees, attackers, assailants, drivers, guards, officers, staff, workers, elders, leaders, adults, bystanders, youths, migrants, refugees, brothers, sisters, sons, daughters, neighbours, neighbors, bodyguards, intruders, personnel, politicians, officials, crew, volunteers, colleagues, compatriots, survivors',
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
			'soldiers, privates, corporals, majors, troops, troopers, policemen, cops, constables, jawans, rangers, vigilantes, vigilante members, self-defence fighters, volunteer fighters, self-defence volunteers, militia members, militia men, militiamen, rebels, Taliban, insurgents, Maoists, Naxals, Naxalites, fighters, warriors, tribal militiamen, legionnaires, riflemen, regulars, auxiliaries, bodyguards, security forces members, security operatives, defence forces personnel, officers and men, combatants, occupiers, invaders, navy personnel, coast guards, intelligence officers, infiltrators, suicide attackers, hijackers, dissidents, irregulars, junta troops, cadre, servicemen, service members, service personnel, servicewomen, border guards, guards, guardsmen, militants, gunmen, marines, sailors, pilots, conscripts, police officers, policewomen, gendarmes, commandos, paratroopers, terrorists, separatists, commanders, special forces, security personnel, military personnel, mercenaries, reservists, border troops, airmen, peacekeepers, guerrillas, jihadists, paramilitaries, extremists, infantrymen, snipers, cadets, recruits, generals, colonels, captains, lieutenants, sergeants, gunners, crewmen, frontier guards, security officers, security guards, security force members, tribal fighters, defenders, partisans, tankers, tank crew members, tank crewmen, fighters of',
		),
	},
	{
		is: ['person', 'one'],
		words: list(
			'person, individual, man, guest, mourner, worshiper, worshipper, adherent, operative, contractor, inmate, detainee, pastoralist, herdsman, hunter, logger, poacher, bandit, kidnapper, robber, looter, thief, smuggler, biker, motorcyclist, ranger, park ranger, settler, councillor, councilor, MP, candidate, imam, priest, nun, pastor, cleric, monk, bishop, missionary, lawyer, judge, activist, engineer, technician, vendor, shopkeeper, shop owner, cadre, supporter, sympathiser, foreigner, tribesman, clansman, spectator, traveller, traveler, docker, truck driver, lorry driver, taxi driver, bus driver, ambulance driver, watchman, caretaker, gang member, cartel member, customer, bomber, suicide bomber, spy, informant, collaborator, hostage-taker, aide, bodyguard, businessman, businesswoman, governor, mayor, bystander, passer-by, neighbour, neighbor, niece, aunt, grandmother, grandfather, granddaughter, grandchild, stepson, parent, twin, sibling, sister-in-law, brother-in-law, mother-in-law, father-in-law, fiancee, girlfriend, boyfriend, pedestrian, motorist, commuter, tourist, pilgrim, shopper, cleaner, electrician, plumber, builder, carpenter, barber, tailor, baker, butcher, chef, interpreter, translator, headman, headmaster, headteacher, lecturer, professor, sheikh, elder, preacher, deacon, social worker, health worker, community leader, tribal leader, village head, village chief, religious leader, party member, family member, NGO worker, humanitarian worker, construction worker, migrant worker, farm worker, polio worker, vaccinator, machinist, skipper, helmsman, seafarer, conductor, deserter, prosecutor, magistrate, senator, diplomat, militiaman, patient, prisoner, hostage, passenger, employee, citizen, national, relative, victim, suspect, member, attacker, assailant, driver, guard, officer, worker, leader, adult, crew member, youth, official, brother, sister, son, daughter, mother, father, wife, husband, cousin, nephew, grandson, uncle, chief, politician, refugee, migrant, volunteer',
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
			'soldier, trooper, constable, jawan, cop, vigilante, militia member, warrior, legionnaire, rifleman, bodyguard, infiltrator, dissident, combatant, security officer, security guard, security force member, ringleader, commandant, lieutenant colonel, lieutenant general, inspector, sub-inspector, head constable, serviceman, servicewoman, service member, border guard, guard, guardsman, fighter, militant, insurgent, rebel, gunman, militiaman, marine, sailor, pilot, conscript, police officer, policeman, policewoman, gendarme, commando, paratrooper, terrorist, separatist, commander, mercenary, reservist, airman, peacekeeper, guerrilla, jihadist, sniper, cadet, recruit, general, colonel, captain, lieutenant, sergeant, major, private, gunner, frontier guard, warrant officer, ensign',
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
	{is: ['familyOf'], words: list('family of, crew of')},
	{is: ['possibly'], words: list('possibly, perhaps, maybe')},
	{is: ['alongWith'], words: list('along with, together with, as well as, plus, +, in addition to, besides')},
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
			`house, houses, home, homes, building, buildings, school, schools, village, villages, town, towns, communities, hamlet, hamlets, city, cities, settlement, settlements, district, districts, region, regions, province, provinces, hospital, hospitals, clinic, clinics,
			shop, shops, market, markets, mosque, mosques, church, churches, bridge, bridges, road, roads, apartment, apartments, flats, hut, huts, tents, tent, shelters, kindergarten, kindergartens, farm, farms, border posts, post, posts, outpost, outposts, checkpoint, checkpoints, position, positions, base, bases, camp, camps, front, fronts,
			tank, tanks, vehicle, vehicles, truck, trucks, lorry, lorries, car, cars, bus, buses, motorbike, motorbikes, motorcycles, motorcycle, drone, drones, UAV, UAVs, helicopter, helicopters, aircraft, plane, planes, jet, jets, warplane, warplanes, ship, ships, boat, boats, vessel, vessels, gun, guns, howitzers, mortars, mortar, rocket, rockets, missile, missiles, shell, shells, round, rounds, bomb, bombs, mine, mines, grenade, grenades, rifles, weapons, APCs, armoured vehicles, armored vehicles, armoured personnel carriers, armored personnel carriers, launchers, systems, shots, bullets, batteries, tonnes, trains,
			sheep, fish, birds, poultry, donkeys, donkey, mules, buffaloes, yaks, oxen, ox, bulls, bull, lambs, rams, ewes, calves, bees, crops, careers, dreams, hopes, jobs, bills, deals, projects, languages, herd, herds, flock, pets, cats, cat, dog, fish stocks, tortoises, elephants, rhinos, lions, whales, dolphins, tree, stars, cow, cows, cattle, goats, horses, livestock, animals, dogs, camels, head of cattle, head of livestock, head of sheep, head of goats, heads of cattle, heads of livestock, animal, horse, goat, hens, chickens, pigs,
			wave, waves, case, cases, occasion, occasions, time, times,
			country, countries, state, states, nation, nations, side, sides, party, parties, government, governments, company, companies, group, groups, family, families, household, households, brigade, brigades, battalion, battalions, regiment, regiments, unit, units, division, divisions, squad, squads, convoy, convoys, team, teams, organisation, organisations, organizations, agency, agencies, ministries, 
			vote, votes, seat, seats, point, points, page, pages, resolution, article, item, items, trees, fires, fields, hectares, acres, plots, parcels, graves, photos, videos, statements, documents, articles, ambulances, ambulance, pieces, kinds, types, copies, targets, target, sites, site, heights, hills, hill, areas, area, places, locations, crossing, crossings, sections, line, lines, goals, games, matches, storeys, floors, rooms, beds, wells, pumps, pipelines, schemes, questions, phases, rounds of talks, talks, steps, levels, routes, generators, facilities, installations, structures, properties, dwellings, warehouse, warehouses, bakeries, parts`,
		),
	},
	// Where a part of the dead were counted, and not all.
	{
		is: ['localities', 'word'],
		words: list('communities, villages, hamlets, settlements, neighbourhoods, neighborhoods, towns'),
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
];
