package planted.application;

/** Tells the time in an old way. */
final class UseCaseCountsMillis {

    long time() {
        return System.currentTimeMillis();
    }
}
