import {profile} from './conflict.ts';

/** A profile that knows places, with the radius of a region and those of two villages. */
export const placed = {
	...profile,
	places: [
		place('pasky-aryk', 'Pasky-Aryk', 'KG', [39.998, 70.546], 5),
		place('dostuk', 'Dostuk', 'KG', [39.92, 70.53], 8),
		place('karamyk', 'Karamyk', 'KG', [39.48, 71.83], 10),
		place('batken-region', 'Batken region', 'KG', [40, 70.5], 60),
		place('kyzyl-bel', 'Kyzyl-Bel', 'KG', [40.1, 70.74], null),
		place('samarkand', 'Samarkand', 'UZ', [39.65, 66.96], 5),
	],
};

function place(
	id: string,
	name: string,
	where: string,
	[lat, lon]: [number, number],
	radiusKm: number | null,
) {
	return {id, en: [name], ru: [], lat, lon, radiusKm, in: where, kind: null};
}
