package planted.http;

/** Has a setting that is read in passing. */
final class HttpHasAHiddenLimit {

    Integer limit() {
        return Integer.getInteger("limit");
    }
}
