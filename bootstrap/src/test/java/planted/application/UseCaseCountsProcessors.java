package planted.application;

/** Works differently on each machine. */
final class UseCaseCountsProcessors {

    int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
