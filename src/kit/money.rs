//! Amounts of money: exact, in hundredths of a currency, never added across currencies.

use entity::enums::Currency;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The largest amount that is taken, in whole units of the currency.
pub const LARGEST: i64 = 1_000_000_000_000_000;
/// Decimals of every currency that is taken.
const DECIMALS: u32 = 2;

/// What is wrong with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is finer than the currency is.
    #[error("An amount has at most two decimals.")]
    TooFine,
    /// Nothing, less than nothing, or more than there is.
    #[error("An amount lies above 0 and at most at 1000000000000000.")]
    OutOfRange,
}

/// An amount in hundredths, as it is kept.
///
/// # Errors
/// When it is finer than hundredths, not above zero, or larger than [`LARGEST`].
pub fn to_minor(amount: Decimal) -> Result<i64, Wrong> {
    let amount = amount.normalize();
    if amount.scale() > DECIMALS {
        return Err(Wrong::TooFine);
    }
    if amount <= Decimal::ZERO || amount > Decimal::from(LARGEST) {
        return Err(Wrong::OutOfRange);
    }
    let minor = amount.checked_mul(Decimal::ONE_HUNDRED);
    minor
        .and_then(|minor| minor.to_i64())
        .ok_or(Wrong::OutOfRange)
}

/// An amount, or a sum of amounts, that is kept in hundredths.
#[must_use]
pub fn from_minor(minor: i128) -> Decimal {
    // Sums of more than 28 digits are beyond any number of amounts that a database holds.
    Decimal::try_from_i128_with_scale(minor, DECIMALS).unwrap_or(Decimal::MAX)
}

/// The currency of an amount that names none.
pub const USUAL: Currency = Currency::Pkr;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_exact_up_to_the_largest() {
        for (given, kept) in [
            ("0.01", 1),
            ("1.5", 150),
            ("1.500", 150),
            ("999999999999999.99", 99_999_999_999_999_999),
            ("1000000000000000", 100_000_000_000_000_000),
        ] {
            let amount: Decimal = given.parse().unwrap();
            assert_eq!(to_minor(amount), Ok(kept), "{given}");
            assert_eq!(from_minor(kept.into()), amount, "{given}");
        }
    }

    #[test]
    fn what_is_finer_or_out_of_range_is_refused() {
        for (given, wrong) in [
            ("1.001", Wrong::TooFine),
            ("0", Wrong::OutOfRange),
            ("-5", Wrong::OutOfRange),
            ("1000000000000000.01", Wrong::OutOfRange),
            ("79228162514264337593543950335", Wrong::OutOfRange),
        ] {
            assert_eq!(to_minor(given.parse().unwrap()), Err(wrong), "{given}");
        }
    }
}
