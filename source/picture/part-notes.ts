import type {Figure} from '../facts/fact.ts';

const scopes: Readonly<Record<Figure['scope'], string>> = {
	running: 'not a total',
	additional: 'more, the total is not given',
	incident: 'one incident, not a total',
	day: 'one day, not a total',
	subset: 'part of a total',
};

/** What is to be said of a figure that is no total: “fighters alone”, “one incident, not a total”. */
export const noTotal = ({combatant, scope}: Figure): string[] => [
	...(combatant === 'military' ? ['fighters alone'] : []),
	...(combatant === 'civilian' ? ['civilians alone'] : []),
	scopes[scope],
];
