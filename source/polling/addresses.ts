import {BlockList, isIP} from 'node:net';

/**
 * How far inside an address lies: 0 anywhere on the internet, 1 a private network, 2 this machine, 3 the link itself.
 *
 * A redirect may lead outwards or stay, never further in: a public page must not make us ask a machine at home,
 * and nothing may send us to the addresses at which clouds hand out keys, which are of the link.
 */
export type Depth = 0 | 1 | 2 | 3;

// https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry.
const reserved: readonly [depth: Depth, subnets: readonly string[]][] = [
	[3, ['169.254.0.0/16', 'fe80::/10', 'fd00:ec2::/32', '100.100.100.200/32', '192.0.0.192/32']],
	[2, ['127.0.0.0/8', '0.0.0.0/8', '::1/128', '::/128']],
	[
		1,
		[
			'10.0.0.0/8',
			'100.64.0.0/10',
			'172.16.0.0/12',
			'192.0.0.0/24',
			'192.0.2.0/24',
			'192.168.0.0/16',
			'198.18.0.0/15',
			'198.51.100.0/24',
			'203.0.113.0/24',
			'224.0.0.0/4',
			'240.0.0.0/4',
			'64:ff9b:1::/48',
			'100::/64',
			'2001::/23',
			'2001:db8::/32',
			'3fff::/20',
			'5f00::/16',
			'fc00::/7',
			'fec0::/10',
			'ff00::/8',
		],
	],
];

const lists = reserved.map(([depth, subnets]) => {
	const list = new BlockList();
	for (const subnet of subnets) {
		const [network = '', prefix] = subnet.split('/');
		list.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4');
	}
	return {depth, list};
});

/** How far inside an IP address lies; an IPv4 address inside an IPv6 one counts as what it is. */
export function depthOf(address: string): Depth {
	const bare = address.replace(/%.*$/, '');
	const version = isIP(bare);
	if (version === 0) {
		return 1;
	}
	const found = lists.find(({list}) => list.check(bare, version === 6 ? 'ipv6' : 'ipv4'));
	const inner = version === 6 ? embedded(bare) : null;
	return Math.max(found?.depth ?? 0, inner === null ? 0 : depthOf(inner)) as Depth;
}

// Mapped (::ffff:a.b.c.d), compatible (::a.b.c.d), NAT64 (64:ff9b::a.b.c.d) and 6to4 (2002:aabb:ccdd::).
function embedded(address: string): string | null {
	const words = expand(address);
	const isZero = (from: number, to: number) => words.slice(from, to).every(word => word === 0);
	const isAtEnd =
		(isZero(0, 5) && (words[5] === 0xffff || words[5] === 0)) ||
		(isZero(0, 4) && words[4] === 0xffff && words[5] === 0) ||
		(words[0] === 0x64 && words[1] === 0xff9b && isZero(2, 6));
	const [high, low] = isAtEnd ? words.slice(6) : words[0] === 0x2002 ? words.slice(1, 3) : [];
	// ::1 and :: are in the lists themselves; they are no IPv4 addresses.
	if (high === undefined || low === undefined || (isZero(0, 7) && low <= 1)) {
		return null;
	}
	return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function expand(address: string): number[] {
	const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
		[Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map(word => word.toString(16)).join(':'),
	);
	const [head = '', tail] = hex.split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const gap = tail === undefined ? 0 : 8 - left.length - right.length;
	return [...left, ...Array<string>(Math.max(0, gap)).fill('0'), ...right].map(word =>
		Number.parseInt(word, 16),
	);
}

/** The IP address that a URL's host is, in any notation; null where it is a name. */
export function literal(url: URL): string | null {
	// The URL parser has already written 0x7f.1, 2130706433 and the like as 127.0.0.1.
	const host = url.hostname.replace(/^\[|\]$/g, '');
	return isIP(host) === 0 ? null : host;
}

/** How far inside a name lies by itself, without asking who bears it; null where only asking can tell. */
export function depthOfName(hostname: string): Depth | null {
	const name = hostname.toLowerCase().replace(/\.$/, '');
	if (name === 'localhost' || name.endsWith('.localhost')) {
		return 2;
	}
	if (name === 'metadata.google.internal') {
		return 3;
	}
	return /\.(local|internal|home\.arpa|lan)$/.test(name) ? 1 : null;
}
