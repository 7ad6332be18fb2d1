package planted.domain;

/** Keeps the rules: the one exception that the domain may have. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
