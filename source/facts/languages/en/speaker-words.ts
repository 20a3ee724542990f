import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * Who speaks, how saying is said, and how the sides are called.
 */

export const speakerWords: readonly Entry[] = [
	// Who speaks
	{
		is: ['say'],
		words: list(
			`said, says, say, saying, spoke of, speaks of, speak of, lists, listed, logged, records, maintains, maintain, asserted, asserts, assert, contended, contends, contend, tallied, affirmed, affirms, affirm, assessed, assesses, remembers, told, tells, tell, reported, reports, report, announced, announces, stated, states, confirmed, confirms, claimed, claims, claiming, added, adds, wrote, writes, insisted, insists, noted, estimated, estimates, estimate that, believe that, declared, declares, tweeted, explained, recorded, counted, gave, gives, warned, warns, put, puts, revealed, specified, informed, posted, maintained, alleged, alleges, reiterated, stressed, reporting, announcing, stating, testified, recalled, emphasised, emphasized, raised, raises, lowers, lifts, revised, revises, acknowledged, admitted, registered, documented, conceded, described, argued, updated, verified, has said, had said, has reported, had reported, has confirmed, has announced`,
		),
	},
	// A list of the dead by name is a count of them.
	{
		is: ['say'],
		words: ['', 'has ', 'have ', 'had '].flatMap(helping =>
			['published', 'released', 'posted', 'made public', 'issued'].flatMap(verb =>
				['the names of', 'a list of', 'the list of', 'names of', 'lists of', 'the names and ranks of'].map(
					list => `${helping}${verb} ${list}`,
				),
			),
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
			'denied, denies, deny, denying, dismissed as, dismisses as, dismissed claims, rejected claims, rejected reports, dismissed reports, disputed claims, called false, disputes, rubbished,  rejected, rejects, reject, rejecting, dismissed, dismisses, refuted, refutes, disputed, has denied, have denied, had denied, has rejected, have rejected, has dismissed, rebuffed, rebutted',
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
			`home ministry, home office, external affairs ministry, ministry of external affairs, justice ministry, finance ministry, trade ministry, information ministry, state department, pentagon, intelligence agency, intelligence agencies, consulate, high commission, ministry of health, foreign office, ministry, health ministry, foreign ministry, defence ministry, defense ministry, interior ministry, emergencies ministry, emergency ministry, ministry of defence, ministry of defense, ministry of foreign affairs, ministry of internal affairs, ministry of interior, ministry of the interior, ministry of emergency situations, emergency situations ministry, border service, border guard service, border guards, border troops, security council, security service, state security service, government, authorities, officials, presidential office, president's office, presidential administration, prime minister's office, general staff, armed forces, army, military, navy, air force, coast guard, coastguard, police, prosecutor's office, prosecutors, parliament, cabinet, embassy, administration, regional administration, press service, press office, state committee, national security committee, security committee, emergency services, rescue service, health department, defence officials, defense officials, security officials, government officials, military officials, local officials, local authorities, regional authorities, command, high command, general command, joint staff, military command, national guard, intelligence service, law enforcement, law-enforcement agencies, council, governor's office, town hall, mayor's office, office, department, service, security forces, state security, ombudsman's office, commission, delegation, civil defence, civil defense, civil protection, fire service, crisis centre, leadership, foreign ministries, ministries, border services, presidents' offices, defence ministries, defense ministries, governments, delegations, military leadership, brigade, battalion`,
		),
	},
	{
		is: ['organ'],
		speaker: 'official',
		isCounting: true,
		words: list(
			'health officials, health official, hospital officials, hospital official, health authorities, health ministry, ministry of health, health department, emergency ministry, emergencies ministry, emergency situations ministry, ministry of emergency situations, emergency services, rescue service, civil defence, civil defense, civil protection, local officials, local authorities',
		),
	},
	{
		is: ['title'],
		speaker: 'official',
		words: list(
			`human rights defender, rights defender, human rights commissioner, human rights ombudsman, human rights ombudswoman, rights ombudsman, ombudswoman, home minister, home secretary, information minister, culture minister, justice minister, finance minister, trade minister, energy minister, environment minister, water minister, transport minister, external affairs minister, minister of state, security minister, agriculture minister, education minister, legislator, legislators, lawmakers, MP, MPs, president-elect, ex-president, chairwoman, emir, sultan, crown prince, supreme leader, party leader, party chief, president, prime minister, premier, foreign minister, defence minister, defense minister, health minister, interior minister, minister, deputy minister, deputy prime minister, deputy foreign minister, deputy health minister, deputy defence minister, deputy defense minister, spokesman, spokeswoman, spokesperson, spokespeople, spokesmen, secretary, security council secretary, head, chief, chief of staff, governor, mayor, commander, envoy, special envoy, ambassador, ombudsman, director, chairman, deputy, deputy head, deputy chief, secretary of state, chancellor, king, leader, general, lawmaker, official, presidents, foreign ministers, leaders, security chief, army chief, police chief, negotiator, chief negotiator, rebel leader, prime ministers, ministers, press secretary, representative, coordinator, commissioner, administrator, vice president, foreign secretary, defence secretary, adviser, aide, diplomat, captain, colonel, Col., Maj., Gen., Lt., Lt. Gen., Maj. Gen., Brig. Gen., Brig., Sgt., Capt., Mr., Ms., Mrs., Dr.`,
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
		is: ['anonymous'],
		words: [
			...['asked', 'requested', 'wanted', 'wished', 'chose', 'preferred'].flatMap(verb => [
				`${verb} not to be named`,
				`${verb} not to be identified`,
				`${verb} to remain anonymous`,
			]),
			...['named', 'identified'].flatMap(how => [
				`declined to be ${how}`,
				`refused to be ${how}`,
				`did not want to be ${how}`,
				`did not wish to be ${how}`,
				`could not be ${how}`,
				`cannot be ${how}`,
			]),
			...['asked for', 'requested', 'asking for', 'requesting', 'insisted on'].map(
				verb => `${verb} anonymity`,
			),
			...['on', 'under'].flatMap(on => [`${on} condition of anonymity`, `${on} the condition of anonymity`]),
			...['asking', 'requesting'].flatMap(verb => [
				`${verb} not to be named`,
				`${verb} not to be identified`,
			]),
			...['was', 'were', 'is', 'are'].flatMap(be =>
				['authorised', 'authorized', 'allowed', 'permitted'].flatMap(allowed =>
					[
						'speak publicly',
						'speak on the record',
						'speak to the media',
						'speak to media',
						'speak to the press',
						'speak to reporters',
						'speak to journalists',
						'talk to the media',
						'talk to reporters',
						'brief the media',
						'comment publicly',
					].map(what => `${be} not ${allowed} to ${what}`),
				),
			),
		],
	},
	{
		is: ['resident'],
		speaker: 'resident',
		words: list(
			'residents, resident, locals, villagers, villager, witnesses, eyewitnesses, witness, eyewitness, local residents, survivors, survivor, relatives, medics, doctors, doctor, activists, activist, a local resident, a resident, a witness, local people, hospital staff, medical workers, rescuers, rescue workers, paramedics, neighbours',
		),
	},
	{
		is: ['opposition'],
		speaker: 'opposition',
		words: list(
			'politician, politicians, opposition, opposition leader, opposition politician, opposition party, opposition figures',
		),
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
			'both generals, both leaderships, the two leaderships, both prime ministers, both foreign ministers, the two foreign ministers, the two prime ministers, both commands, both camps, the two camps, both militaries, the two militaries, both sides, the two sides, two sides, both countries, the two countries, two countries, both parties, the two parties, both states, both nations, the two neighbours, the two neighbors, two neighbours, two neighbors, the two nations, the warring parties, warring parties, the warring sides, warring sides, both governments, the two governments, the parties, the sides, all parties, all sides, the two armies, both armies, both capitals, the rivals, the parties to the conflict, the conflicting parties, the rival forces, the two states, the belligerents, either side, each side, the two rivals, both of the countries, the opposing sides, the neighbours, the neighbors, the two ex-soviet states, rival factions, two forces, the two forces, the two generals, both leaders, the two leaders, two leaders, the two presidents, both presidents, the foes, the enemies, neighbours, the two enemies',
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

	{
		is: ['say'],
		words: list(
			'replied, replies, retorted, retorts, countered, counters, quipped, lamented, laments, cautioned, cautions, concluded that, determined that, believes, believe, suspects, suspect, suspected that, said again, went on to say, goes on to say, remarked, remarks, hinted, hints, complains, complained, made clear, informs, has held to, holds to, stands by, stood by, told reporters, informed the UN',
		),
	},
];
