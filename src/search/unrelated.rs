//! Unrelated: words that show that something else is looked for. Nothing relevant must find
//! nothing, so that nobody is sent to a service that cannot help.

/// How many times a word that turns away counts against an answer, next to an unknown one.
pub const WEIGHT: f32 = 3.0;

/// Everyday things this program has no answer for.
#[rustfmt::skip]
const TOPICS: [&str; 61] = [
    "amazon", "astrology", "basketball", "bicycle", "bike", "bitcoin", "cinema", "coffee",
    "concert", "cricket", "crypto", "cupcake", "download", "exchange", "facetime", "festival",
    "film", "films", "football", "forecast", "gossip", "guitar", "haircut", "holiday", "holidays",
    "homework", "horoscope", "joke", "jokes", "laundry", "lottery", "lyrics", "makeup", "maths",
    "meme", "minecraft", "movie", "movies", "netflix", "password", "pizza", "playlist", "poem",
    "printer", "puppy", "rain", "recipe", "recipes", "reset", "rugby", "shoes", "snow", "song",
    "songs", "spotify", "sunny", "tennis", "timetable", "weather", "wifi", "youtube",
];

/// Words that look for something else unless somebody tells what happened to them: other places,
/// and work to apply for.
#[rustfmt::skip]
const LOOKED_FOR: [&str; 54] = [
    "america", "american", "australia", "austria", "belgium", "brazil", "california", "canada",
    "career", "careers", "chicago", "cv", "denmark", "dubai", "dublin", "europe", "finland",
    "florida", "france", "french", "german", "germany", "greece", "hiring", "holland", "ireland",
    "italy", "japan", "job", "jobs", "london", "madrid", "mexico", "netherlands", "nevada",
    "norway", "ohio", "ontario", "paris", "portugal", "spain", "states", "sweden", "switzerland",
    "sydney", "texas", "tokyo", "toronto", "uber", "usa", "vacancies", "vacancy", "virginia",
    "zealand",
];

/// Words of somebody telling what happened.
#[rustfmt::skip]
const TELLERS: [&str; 21] = [
    "boss", "client", "friend", "he", "her", "him", "his", "i", "ill", "im", "ive", "man", "my",
    "our", "she", "their", "them", "they", "victim", "we", "woman",
];

/// Whether somebody is telling what happened, not looking a thing up.
pub fn tells(words: &[String]) -> bool {
    words.iter().any(|word| TELLERS.binary_search(&word.as_str()).is_ok())
}

/// Whether `word` turns away from everything that can be found here.
pub fn turns_away(word: &str, is_told: bool) -> bool {
    TOPICS.binary_search(&word).is_ok() || (!is_told && LOOKED_FOR.binary_search(&word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order_for_the_binary_search() {
        assert!(TOPICS.is_sorted() && LOOKED_FOR.is_sorted() && TELLERS.is_sorted());
    }
}
