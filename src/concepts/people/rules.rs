//! What a phone number and an e-mail address look like.

/// What is wrong with a phone number, if anything. Numbers are kept in the international form
/// of ITU-T E.164: a plus and 8 to 15 digits, the first not zero.
#[must_use]
pub fn phone_complaint(number: &str) -> Option<&'static str> {
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_number = (8..=15).contains(&digits.len())
        && digits.chars().all(|digit| digit.is_ascii_digit())
        && !digits.starts_with('0');
    (!is_number).then_some("Write the number with the country first, such as +923001234567.")
}

/// A phone number as people write it: without the blanks, hyphens and brackets.
#[must_use]
pub fn tidy_phone(number: &str) -> String {
    let kept = number
        .trim()
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '(' | ')' | '.'));
    let bare: String = kept.collect();
    // As it is dialled within Pakistan: 0300 1234567; or abroad: 0092 300 1234567.
    match (bare.strip_prefix("00"), bare.strip_prefix('0')) {
        (Some(rest), _) => format!("+{rest}"),
        (None, Some(rest)) => format!("+92{rest}"),
        (None, None) => bare,
    }
}

/// What is wrong with an e-mail address, if anything.
#[must_use]
pub fn email_complaint(email: &str) -> Option<&'static str> {
    let is_address = email
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        && email.len() <= 254
        && !email.chars().any(char::is_whitespace);
    (!is_address).then_some("An e-mail address looks like name@example.org.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_in_international_form() {
        for (written, kept) in [
            ("0300 1234567", "+923001234567"),
            ("+92 (300) 123-4567", "+923001234567"),
            ("0092 81 9201234", "+92819201234"),
        ] {
            assert_eq!(tidy_phone(written), kept);
            assert_eq!(phone_complaint(kept), None);
        }
        for wrong in [
            "",
            "+",
            "+12",
            "+0123456789",
            "+92300123456x",
            "+1234567890123456",
        ] {
            assert!(phone_complaint(wrong).is_some(), "{wrong}");
        }
    }
}
