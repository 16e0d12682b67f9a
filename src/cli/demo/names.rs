//! Invented people and parties. Given names only, so that no family is meant.

use crate::cli::demo::words::Both;

/// A member of the caucus.
pub struct Lawmaker {
    /// Her name.
    pub name: Both,
    /// Her seat.
    pub seat: Seat,
    /// The district for which she speaks.
    pub district: &'static str,
    /// Her party, by its place in [`PARTIES`].
    pub party: usize,
}

/// How she came into the assembly.
pub enum Seat {
    /// For a constituency, whose number is past the last one that there is.
    General(&'static str),
    /// On a seat reserved for women.
    Women,
    /// On a seat reserved for minorities.
    Minority,
}

const fn woman(
    en: &'static str,
    ur: &'static str,
    district: &'static str,
    party: usize,
) -> Lawmaker {
    Lawmaker {
        name: (en, ur),
        seat: Seat::Women,
        district,
        party,
    }
}

/// The parties of the members.
/// Three of them have one member only.
pub const PARTIES: [Both; 7] = [
    ("Chinar Party", "چنار پارٹی"),
    ("Kehkashan Front", "کہکشاں فرنٹ"),
    ("Sahil Alliance", "ساحل اتحاد"),
    ("Zaitoon Movement", "زیتون تحریک"),
    ("Star of the Hills Party", "ستارۂ کوہ پارٹی"),
    ("Mashal League", "مشعل لیگ"),
    ("Bahar Congress", "بہار کانگریس"),
];

/// The members. The first two sign in.
pub const MEMBERS: [Lawmaker; 14] = [
    woman("Mahgul Bano", "ماہ گل بانو", "quetta", 0),
    woman("Zarlasht Noor", "زرلشت نور", "pishin", 1),
    Lawmaker {
        seat: Seat::General("PB-91 Kech (invented)"),
        ..woman("Hani Gul", "ہانی گل", "kech", 2)
    },
    woman("Palwasha Meher", "پلوشہ مہر", "zhob", 3),
    woman("Naz Begum", "ناز بیگم", "gwadar", 2),
    woman("Spozhmai Rani", "سپوژمئی رانی", "killa-saifullah", 1),
    woman("Dur Bibi", "در بی بی", "khuzdar", 0),
    Lawmaker {
        seat: Seat::General("PB-92 Nasirabad (invented)"),
        ..woman("Marjan Khatoon", "مرجان خاتون", "nasirabad", 4)
    },
    woman("Sanam Meher", "صنم مہر", "sibi", 0),
    woman("Gulalai Anjum", "گلالئی انجم", "loralai", 1),
    Lawmaker {
        seat: Seat::General("PB-93 Nushki (invented)"),
        ..woman("Banari Noor", "بناری نور", "nushki", 4)
    },
    Lawmaker {
        seat: Seat::Minority,
        ..woman("Simran Kiran", "سمرن کرن", "jaffarabad", 1)
    },
    woman("Shahnaz Sahar", "شہناز سحر", "kharan", 5),
    woman("Nodan Gul", "نودان گل", "lasbela", 6),
];

/// Those who sign in without being members.
pub const COORDINATOR: Both = ("Rukhshan Bibi", "رخشاں بی بی");
/// Who writes for the first member.
pub const AIDE: Both = ("Akbar Baloch", "اکبر بلوچ");
/// Of a partner.
pub const PARTNER: Both = ("Leena Maryam", "لینا مریم");
/// Of the server.
pub const ADMINISTRATOR: Both = ("Sohrab Jan", "سہراب جان");

/// Given names of women who hold posts.
pub const WOMEN: [Both; 12] = [
    ("Shireen", "شیریں"),
    ("Mehnaz", "مہناز"),
    ("Gul Andam", "گل اندام"),
    ("Roshan", "روشن"),
    ("Parveen", "پروین"),
    ("Lalarukh", "لالہ رخ"),
    ("Zeb", "زیب"),
    ("Humaira", "حمیرا"),
    ("Nazneen", "نازنین"),
    ("Kiran", "کرن"),
    ("Saba", "صبا"),
    ("Tara", "تارا"),
];

/// Given names of men who hold posts.
pub const MEN: [Both; 12] = [
    ("Barkat", "برکت"),
    ("Dilawar", "دلاور"),
    ("Chakar", "چاکر"),
    ("Yar Jan", "یار جان"),
    ("Sangeen", "سنگین"),
    ("Mirwais", "میرویس"),
    ("Dost", "دوست"),
    ("Shahdad", "شہداد"),
    ("Torak", "تورک"),
    ("Hammal", "حمل"),
    ("Naseeb", "نصیب"),
    ("Gohar", "گوہر"),
];

/// Second names, for women and men. As many as share no divisor with the given ones, so that no
/// name comes twice.
pub const SECOND: [Both; 11] = [
    ("Sahar", "سحر"),
    ("Noor", "نور"),
    ("Jan", "جان"),
    ("Anwar", "انور"),
    ("Mehr", "مہر"),
    ("Gul", "گل"),
    ("Aman", "امان"),
    ("Subh", "صبح"),
    ("Bakht", "بخت"),
    ("Mahi", "ماہی"),
    ("Koh", "کوہ"),
];
