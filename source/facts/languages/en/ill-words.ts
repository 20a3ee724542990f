import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * What one party does, or is called, when another accuses it. A word counts only where one party says it of another:
 * “attack” alone accuses nobody.
 */

export const illWords: readonly Entry[] = [
	{
		// Words that are otherwise of no kind stay so.
		is: ['ill', 'word'],
		words: list(
			`aggressor, aggressors, aggressive, crime, crimes, criminal, genocide, genocidal, terrorism, sponsor, sponsors, sponsoring, sponsored, massacres, atrocity, atrocities,
			barbaric, barbarity, barbarous, brutal, brutality, murder, murderous, assassination, abducted, abducting, kidnapped, kidnapping, tortured, torturing, torture, raped,
			raping, stole, stolen, stealing, theft, robbery, plunder, piracy, hijacking, hijacked, seizure, hacked, hacking, cyberattack, cyberattacks, spying, spied, espionage,
			meddling, meddled, interfering, interfered, interference, interferes, rigging, rigged, stuffing, stuffed, bribing, bribed, bribery, corruption, corrupt, cheating,
			cheated, fraud, lied, lying, lies, lie, liar, liars, deceit, deception, sabotage, sabotaged, sabotaging, undermined, undermines, destabilising, destabilizing,
			destabilise, destabilize, destabilised, destabilized, bullying, bully, coercion, coercive, threatening, threatened, intimidating, intimidation, obstructing, obstructed,
			blocking, blocked, blocks, smuggling, smuggled, smuggles, trafficking, annexing, annexed, annexation, persecuting, persecution, oppressing, oppression, repression,
			discrimination, discriminating, blackmail, blackmailing, orchestrated, orchestrating, plotted, plotting, plot, conspired, conspiring, conspiracy, inciting, incited,
			incitement, incites, stoking, stoked, stokes, fuelling, fueling, fuelled, fueled, fanning, fanned, harassing, harassed, harassment, encroachment, intruding, dumping,
			siphoning, siphoned, polluting, polluted, poisoning, poisoned, escalated, provocative, provokes, unprovoked, illegal, illegally, unlawful, unlawfully, illegitimate,
			unjustified, unjust, unacceptable, unilateral, unilaterally, reckless, recklessly, irresponsible, hypocrisy, hypocritical, hypocrite, intentionally, indiscriminate,
			indiscriminately, arming, harbouring, harboring, harboured, harbored, harbours, financing, financed, finances, funding, funded, funds, backing, bankrolling, bankrolled,
			proxy, proxies, puppet, puppets, occupier, occupation, responsible, guilty, complicit, complicity, colluding, colluded, collusion, betrayed, betrayal, treason, traitor,
			traitors, demolished, demolishing, destruction, targeted, rammed, ramming, landmines, starving, starvation, besieging, besieged, siege, blockade, blockading, blockaded,
			expelling, deporting, deported, deportation, silencing, censoring, jamming, smear, slander, slandering, defamation, defamatory, propaganda, fabricating, inflammatory,
			hostile, hostility, warmongering, belligerent, bellicose, expansionism, expansionist, imperialist, imperialism, colonialism, colonial, neocolonial, apartheid, racist,
			racism, fascist, fascism, nazi, nazis, cartel, scam, swindle, robbing, cynical, cynically, hegemony, hegemonic, militarism, militaristic, stockpiling, secretly, covert,
			covertly, clandestine, secret, unfair, unfairly, unfaithful, reneged, reneging, torpedoed, derailed, derailing, scuttled, scuttling, stalling, stalled, foot-dragging,
			intransigence, intransigent, stubborn, obstinate, disregard, disregarded, extremist, extremism, danger, menace, misled, misleading, manipulating, manipulated,
			manipulation, exploiting, exploited, weaponising, weaponizing, weaponised, weaponized, desecrated, desecrating, desecration, insulting, insulted, insults, monopoly,
			copied, copying, infringed, infringement, pirated, evicting, hoarding, squandering, overfishing, poaching, false-flag, disproportionate, savage, evil, outlaw`,
		),
	},
	{
		is: ['ill', 'word'],
		words: list(
			`damaged, damaging, pelted, crippled, strangled, strangling, bullied, harmed, sinking, wrecking, wrecked, rammed, jailed, imprisoned, arrested, expelling, humiliated, humiliating, robbed, robs, starved, choking, choked, crashed the, destroying, stripped, crossed the median line, crossed the frontier, crossed the demarcation line, crossed the line of contact, entered its waters, entered its airspace, entered its territory, overflew, flew over, flying over, strayed into, fired upon, firing upon, sabotages, obstructs, harasses, steals, murders, plots, fans, escalates, oppresses, exploits, manipulates, abused, abusing, abuse, abuses, mistreated, mistreatment, mistreating, kidnaps, tortures, massacres, perpetrated, perpetrating, perpetrator, discriminates, destabilises, destabilizes, wages war, bars, barring, breaking its word, broke its word, selfish, immoral, cowardly, heinous, despicable, whitewashing, distorting, distorted, distorts, falsifying, vandalised, vandalized, vandalism, trafficked, overfished, spoofing, shadowing, buzzed, buzzing, nuclear terrorism, energy blackmail, war criminals, war criminal, trampling, trampled, ransacked, ransacking, slandered, maligning, maligned, smeared, smearing, muzzling, rigged the, whipping up, stirring up, stirred up, militarising, militarizing, evading, evaded, circumvented, circumventing, politicising, politicizing, hostage-taking, hostage diplomacy, terrorist state, terrorist regime, terrorist organisation, terrorist organization, terrorist entity, terrorist government, terrorist group, rogue regime, criminal regime, war crime, war crimes, crimes against humanity, ethnic cleansing, state terrorism, sponsor of terrorism, sponsor of terror, buying votes, refusing to, failed to,
			failing to, fails to, playing with fire, armed rebels, trained and paid, training rebels, supplying weapons, supplying arms, broke its, in contravention of, to blame,
			collaborating with, water cannon, cluster bombs, cluster munitions, chemical weapons, white phosphorus, human shields, child soldiers, arresting arbitrarily,
			smear campaign, regime of terror, arms race, bad faith, reneged on, went back on, walked out of, walked away from, dragging its feet, crossed a red line,
			crossed another line, crossed a line, crossed the line, declared war on, waging war, act of war, acts of war, waged war, threat to peace, cutting off, cut off,
			cut water, diverting water, dirty war, false flag, used force, use of force, excessive force, collective punishment, rogue state`,
		),
	},
	{
		is: ['ill'],
		words: list(
			`responsible for, to blame for, aggression, terrorist, terrorists, massacre, massacred, massacring, murdered, murdering, assassinated, assassinating, looted, looting, plundering, plundered, seized,
			seizing, spies, undermining, refused to, masterminded, masterminding, encroaching, encroached, trespassing, intruded, escalating, escalation, provocation, provocations,
			provoking, provoked, deliberately, sheltering, sheltered, shelters, mercenaries, invaded, invading, invasion, occupying, occupied, occupiers, incursion, incursions,
			violated, violating, violates, violation, violations, violate, breached, breaching, breach, breaches, broke, broken, in breach of, in violation of, in defiance of,
			is behind, was behind, were behind, are behind, been behind, stood behind, stands behind, destroyed, destroying, burned, burning, torched, torching, bombed, bombing, bombarded, shelled, shelling, attacked, attacking, attack, attacks, attacked first,
			killed, killing, kills, wounded, wounding, shot dead, opened fire, fired on, fired at, shooting at, struck, striking, targeting, hit, expelled, detained, detaining,
			disinformation, fabricated, torpedoing, disregarding, flouting, flouted, ignoring, ignored, ignores, extremists, militants, infringing, forcing, forced, evicted,
			bandits, invaders`,
		),
	},
];
