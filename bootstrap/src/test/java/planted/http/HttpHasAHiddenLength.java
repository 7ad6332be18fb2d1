package planted.http;

/** Has another setting that is read in passing. */
final class HttpHasAHiddenLength {

    Long length() {
        return Long.getLong("length");
    }
}
