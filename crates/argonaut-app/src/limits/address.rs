//! The address that asks. It travels with the task that answers a request, is never kept but
//! as a hash under the server's key that changes daily, and is never written to a log.

use std::collections::HashMap;
use std::fmt;
use std::future::Future;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use super::day;
use crate::app::App;

/// Where a request comes from: an IPv4 address, or an IPv6 network of 64 bits (the least that
/// one line gets, so that a line is one address here too).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Address(IpAddr);

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(…)")
    }
}

impl Address {
    /// The address of a connection. None for this machine itself: there sits its owner, or a
    /// proxy that the settings do not name, behind which everybody would seem to be one.
    pub fn of(ip: IpAddr) -> Option<Self> {
        let ip = ip.to_canonical();
        if ip.is_loopback() {
            return None;
        }
        Some(Self(match ip {
            IpAddr::V4(_) => ip,
            IpAddr::V6(long) => {
                let network = long.to_bits() & !u128::from(u64::MAX);
                IpAddr::V6(Ipv6Addr::from_bits(network))
            }
        }))
    }

    /// What the database keeps instead.
    pub(super) fn mark(self, app: &App) -> Uuid {
        let bytes = match self.0 {
            IpAddr::V4(short) => short.octets().to_vec(),
            IpAddr::V6(long) => long.octets().to_vec(),
        };
        Uuid::from_bytes(
            app.server_key
                .mark_of_day("address", day(app.now()), &bytes),
        )
    }
}

tokio::task_local! {
    static ASKING: Option<Address>;
}

/// Does this work for a request from that address.
pub async fn from_address<F: Future>(address: Option<Address>, work: F) -> F::Output {
    ASKING.scope(address, work).await
}

/// The address for which this task works, if it is known.
pub(crate) fn asking() -> Option<Address> {
    ASKING.try_with(|address| *address).ok().flatten()
}

/// How many of one address stand in a queue.
#[derive(Default)]
pub(crate) struct Seats(Mutex<HashMap<Address, usize>>);

/// A place in the queue, given back when dropped.
pub(crate) struct Seat<'a>(Option<(&'a Seats, Address)>);

/// Takes a place for the address that asks; `None` when it has that many already.
pub(crate) fn seat(seats: &Seats, most: usize) -> Option<Seat<'_>> {
    let Some(address) = asking() else {
        return Some(Seat(None));
    };
    let mut taken = seats.0.lock().unwrap_or_else(PoisonError::into_inner);
    let count = taken.entry(address).or_default();
    if *count >= most {
        return None;
    }
    *count += 1;
    Some(Seat(Some((seats, address))))
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        let Some((seats, address)) = self.0 else {
            return;
        };
        let mut taken = seats.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&address) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                taken.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_address_and_this_machine_is_none() {
        let of = |text: &str| Address::of(text.parse().unwrap());
        assert!(of("2001:db8:1:2::1").is_some_and(|one| Some(one) == of("2001:db8:1:2:ffff::9")));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:203.0.113.7"), of("203.0.113.7"));
        assert_ne!(of("203.0.113.7"), of("203.0.113.8"));
        assert_eq!(
            (of("127.0.0.1"), of("::1"), of("::ffff:127.0.0.1")),
            (None, None, None)
        );
        assert_eq!(format!("{:?}", of("203.0.113.7").unwrap()), "Address(…)");
    }

    #[tokio::test]
    async fn one_address_has_so_many_seats() {
        let seats = Seats::default();
        let at = |last: u8| Address::of(IpAddr::from([203, 0, 113, last]));
        from_address(at(1), async {
            let held: Vec<_> = (0..3).map(|_| seat(&seats, 3).unwrap()).collect();
            assert!(seat(&seats, 3).is_none());
            assert!(from_address(at(2), async { seat(&seats, 3).is_some() }).await);
            drop(held);
            assert!(seat(&seats, 3).is_some());
        })
        .await;
        assert!(seats.0.lock().unwrap().is_empty());
    }
}
