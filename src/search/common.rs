//! Common words: they carry a sentence and say little about what it is about.

/// Words that count for little in a question, in order.
#[rustfmt::skip]
const COMMON: [&str; 155] = [
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "anyone", "anything", "are",
    "arent", "as", "at", "be", "because", "been", "being", "but", "by", "can", "cannot", "cant",
    "could", "did", "didnt", "do", "does", "doesnt", "doing", "done", "dont", "down", "each", "for",
    "from", "get", "gets", "getting", "give", "go", "going", "gonna", "got", "had", "has", "have",
    "having", "he", "her", "here", "hes", "him", "his", "how", "i", "id", "if", "ill", "im", "in",
    "into", "is", "isnt", "it", "its", "ive", "just", "know", "let", "like", "made", "make", "many",
    "may", "me", "might", "more", "much", "must", "my", "myself", "no", "not", "now", "of", "off",
    "on", "one", "or", "other", "our", "out", "over", "please", "put", "really", "say", "says",
    "shall", "she", "shes", "should", "so", "some", "someone", "something", "still", "take", "than",
    "that", "thats", "the", "their", "them", "then", "there", "theres", "these", "they", "theyre",
    "thing", "things", "this", "those", "to", "too", "u", "up", "us", "very", "wanna", "want",
    "wants", "was", "wasnt", "we", "were", "what", "whats", "when", "where", "which", "who", "will",
    "with", "wont", "would", "wouldnt", "yes", "you", "your", "youre", "yourself",
];

/// Places in Scotland, in order: all that is here holds there too.
#[rustfmt::skip]
const NEARBY: [&str; 25] = [
    "aberdeen", "airdrie", "ayr", "coatbridge", "cumbernauld", "dumfries", "dundee", "dunfermline",
    "edinburgh", "falkirk", "fife", "glasgow", "greenock", "hamilton", "highlands", "inverness", "kilmarnock",
    "kirkcaldy", "livingston", "motherwell", "paisley", "perth", "scotland", "scottish", "stirling",
];

/// Whether a folded word is a common one.
#[must_use]
pub fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok() || NEARBY.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order_for_the_binary_search() {
        assert!(COMMON.is_sorted() && NEARBY.is_sorted());
    }
}
