package planted.domain;

/** A second exception. */
final class ToothMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
