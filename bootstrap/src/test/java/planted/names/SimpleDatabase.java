package planted.names;

/** Keeps the rules: the words are there, but not as words. */
final class SimpleDatabase {
}
