//! Which addresses are on the public internet.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

/// A network, as its first address and the length of its prefix.
type V4 = ([u8; 4], u8);
type V6 = ([u16; 8], u8);

/// IPv4 that is not globally reachable, by the IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates,
/// state of 2025-10), with multicast (RFC 5771). The few anycast addresses in 192.0.0.0/24 that the registry calls
/// reachable serve protocols other than HTTP and stay out.
const CLOSED_V4: &[V4] = &[
    ([0, 0, 0, 0], 8),       // this network
    ([10, 0, 0, 0], 8),      // private use
    ([100, 64, 0, 0], 10),   // shared by carriers
    ([127, 0, 0, 0], 8),     // loopback
    ([169, 254, 0, 0], 16),  // link local, with the clouds' metadata
    ([172, 16, 0, 0], 12),   // private use
    ([192, 0, 0, 0], 24),    // protocol assignments
    ([192, 0, 2, 0], 24),    // documentation
    ([192, 88, 99, 0], 24),  // 6to4 relays, given up
    ([192, 168, 0, 0], 16),  // private use
    ([198, 18, 0, 0], 15),   // benchmarking
    ([198, 51, 100, 0], 24), // documentation
    ([203, 0, 113, 0], 24),  // documentation
    ([224, 0, 0, 0], 4),     // multicast
    ([240, 0, 0, 0], 4),     // reserved, with the broadcast address
];

/// What IANA has given out as global unicast (RFC 4291): the rest of IPv6 is loopback, local, multicast or nothing.
const GLOBAL_V6: V6 = ([0x2000, 0, 0, 0, 0, 0, 0, 0], 3);

/// Parts of it that are not globally reachable, by the IANA IPv6 Special-Purpose Address Registry (state of 2025-10).
/// Of the protocol assignments none serves HTTP; Teredo is among them.
const CLOSED_V6: &[V6] = &[
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23),      // protocol assignments
    ([0x2001, 0x0db8, 0, 0, 0, 0, 0, 0], 32), // documentation
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20),      // documentation
];

/// 6to4 (RFC 3056): the IPv4 address stands behind the first 16 bits.
const SIX_TO_FOUR: V6 = ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16);

/// NAT64 (RFC 6052): the IPv4 address stands in the last 32 bits.
const NAT64: V6 = ([0x0064, 0xff9b, 0, 0, 0, 0, 0, 0], 96);

/// Whether an address is reachable on the public internet, by IANA's registries of special-purpose addresses.
///
/// IPv4-mapped, 6to4 and NAT64 addresses are as public as the IPv4 address in them.
///
/// ```
/// use saydo_fetch::is_public;
///
/// assert!(is_public("9.9.9.9".parse().unwrap()));
/// assert!(!is_public("169.254.169.254".parse().unwrap()));
/// assert!(!is_public("::ffff:127.0.0.1".parse().unwrap()));
/// ```
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => embedded(ip).map_or_else(|| is_public_v6(ip), is_public_v4),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let holds = |(start, prefix): &V4| Ipv4Net::new_assert((*start).into(), *prefix).contains(&ip);
    !CLOSED_V4.iter().any(holds)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    holds(&GLOBAL_V6, ip) && !CLOSED_V6.iter().any(|net| holds(net, ip))
}

/// The IPv4 address to which an IPv6 address leads in the end.
fn embedded(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let bytes = ip.octets();
    let four = |at: usize| Ipv4Addr::new(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
    if holds(&SIX_TO_FOUR, ip) {
        return Some(four(2));
    }
    holds(&NAT64, ip).then(|| four(12))
}

fn holds((start, prefix): &V6, ip: Ipv6Addr) -> bool {
    Ipv6Net::new_assert((*start).into(), *prefix).contains(&ip)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(public: bool, ips: &str) {
        for ip in ips.split_whitespace() {
            assert_eq!(is_public(ip.parse().unwrap()), public, "{ip}");
        }
    }

    #[test]
    fn the_edges_of_each_closed_ipv4_network_are_closed_and_its_neighbours_are_not() {
        all(
            false,
            "0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255
             169.254.0.0 169.254.169.254 169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.9 192.0.0.255
             192.0.2.0 192.0.2.255 192.88.99.1 192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255
             198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255 240.0.0.0 255.255.255.255",
        );
        all(
            true,
            "1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255
             169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0 192.88.98.255 192.88.100.0
             192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255
             203.0.114.0 223.255.255.255",
        );
    }

    #[test]
    fn only_global_unicast_of_ipv6_is_public() {
        all(
            false,
            ":: ::1 ::7f00:1 100::1 64:ff9b:1::1 2001::1 2001:1::1 2001:1ff:ffff::1 2001:db8::1 3fff::1 3fff:fff::1
             4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1",
        );
        all(true, "2001:200::1 2001:db7::1 2001:db9::1 2606:4700::1111 2a00::1 3fff:1000::1 2620:4f:8000::1");
    }

    #[test]
    fn an_ipv4_address_inside_decides() {
        all(
            false,
            "::ffff:127.0.0.1 ::ffff:10.1.2.3 64:ff9b::127.0.0.1 64:ff9b::169.254.169.254 2002:7f00:1::
             2002:c0a8:101::1 2002:a9fe:a9fe::",
        );
        all(true, "::ffff:9.9.9.9 64:ff9b::9.9.9.9 2002:909:909::1");
    }
}
