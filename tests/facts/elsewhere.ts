/** Wordings about other conflicts, as title and text: truces, tolls, “both sides”, health ministries and border guards that are others'. */
export const elsewhere: readonly (readonly [title: string, text: string])[] = [
	[
		'Nagorno-Karabakh truce collapses',
		"Armenia and Azerbaijan agreed on a ceasefire on Friday. Azerbaijan's Defence Ministry said 71 of its servicemen had been killed; Armenia's Defence Ministry put its dead at 135.",
	],
	[
		'India and Pakistan agree to ceasefire along Line of Control',
		'India and Pakistan agreed on Saturday to a ceasefire along the Line of Control in Kashmir after at least 60 people were killed on both sides. Both sides accused each other of violating the truce.',
	],
	[
		'Sudan army and RSF sign truce',
		'The Sudanese army and the Rapid Support Forces signed a seven-day ceasefire on Monday, the UN said. At least 850 people have been killed since April 15, health officials said.',
	],
	[
		'Ukraine says 12 killed in missile strike',
		"Ukraine's Interior Ministry said 12 people were killed and 30 wounded in a Russian missile strike on Dnipro. Kyiv accused Moscow of violating the ceasefire.",
	],
	[
		'Gaza truce enters second day',
		"A ceasefire between Israel and Hamas was holding on Saturday. Gaza's Health Ministry said 248 Palestinians had been killed, including 66 children. The Red Crescent said 1,900 were wounded.",
	],
	[
		'Thailand and Cambodia agree immediate ceasefire',
		"The two sides agreed to an immediate and unconditional ceasefire from midnight, Malaysia's prime minister said. Both sides had accused each other of firing first. The death toll rose to 36.",
	],
	[
		'Ethiopia rebels accuse army of breaking truce',
		'The TPLF accused the Ethiopian army on Sunday of violating the truce. Dozens were killed, residents said.',
	],
	[
		'Libya: fighting in Tripoli kills 32',
		'Clashes in the Libyan capital killed 32 people and wounded 159, the Health Ministry said. The UN called for an immediate ceasefire.',
	],
	[
		'Armenian Defence Ministry: Azerbaijan shelled border positions',
		'The Armenian Defence Ministry said Azerbaijani forces had shelled border positions with drones and artillery. Azerbaijan denied it and said the other side fired first. The death toll rose to 105, Prime Minister Nikol Pashinyan told parliament. Russian peacekeepers said the ceasefire was holding.',
	],
	[
		'Colombia and ELN extend ceasefire',
		'The Colombian government and the ELN guerrillas extended their ceasefire by six months. The Health Ministry said 15 people were wounded in fighting last week.',
	],
	[
		'Serbia and Kosovo trade blame',
		'Kosovo police said one officer was killed on Sunday. The Border Service was put on alert. The two sides accused each other of starting the shooting.',
	],
	[
		'Число погибших в Нагорном Карабахе выросло до 135',
		'Минздрав Армении сообщил о 135 погибших. Стороны договорились о прекращении огня с 20:00.',
	],
];
