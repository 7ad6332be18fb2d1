package planted.http;

/** Prints in passing. */
final class HttpPrintsAStackTrace {

    void note(Exception failure) {
        failure.printStackTrace();
    }
}
