//! Chance that falls the same way on every run.

/// A small generator of numbers (`SplitMix64`). Good enough to scatter days, and no more.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// A series of numbers under a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `end`; 0 where there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)).checked_rem(end).unwrap_or_default()
    }

    /// A number from `from` to `to`, both among them.
    pub fn within(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// One of a list.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(list.len()).unwrap_or_default();
        list.get(usize::try_from(self.below(count)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_seed_falls_the_same_way() {
        let (mut one, mut other) = (Chance::new(7), Chance::new(7));

        let numbers: Vec<_> = (0..50).map(|_| one.within(3, 9)).collect();

        assert!(numbers.iter().all(|number| *number == other.within(3, 9)));
        assert!(numbers.contains(&3) && numbers.contains(&9));
        assert!(numbers.iter().all(|number| (3..=9).contains(number)));
    }
}
