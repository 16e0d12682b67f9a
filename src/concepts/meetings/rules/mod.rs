//! What holds of a meeting whatever it is kept in: its time, and which counts of people are shown.

pub mod headcount;
pub mod time;
