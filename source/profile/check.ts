import * as v from 'valibot';
import type {Profile} from './profile.ts';
import * as shapes from './shapes.ts';
import {sideNamed} from './sides.ts';
import {knownOutlets, knownWires, thirdPartiesBeside} from './third-parties.ts';
import {complaint, nameOf} from './wording.ts';

/**
 * Reads a profile out of parsed JSON, with every default filled in.
 *
 * @param name what it is called in messages: its file
 * @throws {Error} `kg-tj.json: sides[1].officials[0].name: expected a text, got the number 7`
 */
export function profileOf(value: unknown, name: string): Profile {
	const read = v.safeParse(shapes.profile, value);
	if (!read.success) throw new Error(complaint(name, read.issues));
	const {output} = read;
	refuseTwice(name, 'sides', output.sides);
	refuseTwice(name, 'places', output.places);
	const third = output.third ?? thirdPartiesBeside(output.sides);
	refuseTwice(name, 'third', [...output.sides, ...third], output.sides.length);
	const checked: Profile = {
		...output,
		name: output.name ?? output.id,
		earlier: [...output.earlier].sort((one, other) => one.from - other.from),
		third,
		wires: output.wires ?? knownWires,
		outlets: output.outlets ?? knownOutlets,
	};
	return {
		...checked,
		outlets: checked.outlets.map((outlet, index) => {
			if (outlet.side === null) return outlet;
			const side = sideNamed(checked, outlet.side);
			if (side) return {...outlet, side: side.id};
			const ids = checked.sides.map(({id}) => id).join(', ');
			throw new Error(
				`${name}: outlets[${index}].side: expected the id of a side (${ids}), got ${nameOf(outlet.side)}`,
			);
		}),
	};
}

function refuseTwice(name: string, key: string, rows: readonly {readonly id: string}[], before = 0): void {
	const seen = new Set<string>();
	for (const [index, {id}] of rows.entries()) {
		const plain = id.toLowerCase();
		if (seen.has(plain))
			throw new Error(`${name}: ${key}[${index - before}].id: “${id}” is taken; expected an id of its own`);
		seen.add(plain);
	}
}
