package planted.domain;

/** Tosses a coin. */
final class DomainTossesACoin {

    boolean heads() {
        return Math.random() < 0.5;
    }
}
