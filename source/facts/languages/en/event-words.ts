import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * One event, what tells of old ones, and what claims are about.
 */

export const eventWords: readonly Entry[] = [
	// One event
	{
		is: ['event'],
		words: list(
			`strike, attack, raid, ambush, explosion, blast, shelling, bombing, drone strike, air strike, airstrike, missile strike, rocket attack, mortar attack, drone attack, gunfight, firefight, shootout, exchange of fire, incident, clash, crash, mine, landmine, land mine, mortar round, shell, rocket, missile, bomb, mortar, suicide bombing, car bomb, roadside bomb, grenade, skirmish, massacre, stampede, assault, collision, fire, crossfire, shooting, improvised explosive device, IED, bombardment, mortar fire, projectile, drone, sniper, sniper fire, operation, battle, mortar shell, artillery shell, ammunition, airstrikes, kamikaze drone`,
		),
	},
	{is: ['inOne'], words: list('in one, in a single, by one, in another, in yet another')},
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
			`die-in, die-ins, protest, protests, protested, protesting, protesters, protestors, demonstration, demonstrations, demonstrated, demonstrators, demonstrating, vigil, vigils, rally, rallies, rallied, march, marched, marches, marching, sit-in, procession, candle march, walked, walkout, anniversary, commemorated, commemorate, commemoration, commemorating, commemorations, memorial, mourners, remembered, remembering, remembrance, funeral, funerals, burial, banner, banners, chanted, chanting, chants, slogans, shouted, placards, stopped work, laid down tools, boycott, boycotted, gathered, assembled, court, courts, tribunal, judge, judges, trial, convicted, indicted, indictment, prosecutors, prosecution, lawsuit, inquest, inquiry, petition, petitioned, compensation, reparations, statute of limitations, amnesty law, solidarity, paid tribute, tribute, wreath, wreaths, minute of silence, prayers for, prayed, mass for, requiem, plaque, monument, mural, documentary, testimony, testified, hearing, hearings, verdict, exhumed, exhumation, exhumations, reburied, reburial, reinterred, wanted in connection with, extradited, extradition, bounty, paid out, families of the, relatives of the, supporters, marked the, to mark, marking, marks`,
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
		// What kills, and is no matter of a report on a conflict; floods and earthquakes are, for those who flee.
		is: ['misfortune'],
		words: list(
			'bus crash, car crash, road crash, train crash, car accident, road accident, road accidents, traffic accident, traffic accidents, bus accident, train accident, derailment, derailed, overturned, head-on collision, avalanche, avalanches, gas leak, carbon monoxide, food poisoning, methanol, bootleg alcohol, shark attack, bear attack, school shooting, while swimming, while climbing, mountaineering, ' +
				'cholera, malaria, measles, COVID, COVID-19, coronavirus, dengue, Ebola, polio, tuberculosis, HIV, AIDS, cancer, heart attack, heart attacks, influenza, flu, plague, meningitis, mpox, overdose, overdoses, vaccine, vaccines, pandemic',
		),
	},
	{
		is: ['untrue'],
		words: list(
			'false, hoax, fake, untrue, was corrected, were corrected, corrected by, fabricated, no truth, withdrawn, retracted, baseless, disinformation, an average of, on average, headline, unfounded, misinformation, found alive, turned up alive, alive and well',
		),
	},
	{is: ['war'], words: list('war, wars, conflict')},
	{
		is: ['fiction'],
		words: list(
			'film, movie, novel, video game, in a play, the play, opening scene, drill, in an exercise, in the exercise, during an exercise, during the exercise, simulated, scenario, episode of, whip',
		),
	},
	{
		is: ['elsewhere'],
		words: list('convicted, sentenced, jailed, imprisoned, served, exercise, exercises, book'),
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
