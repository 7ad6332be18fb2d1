package planted.domain;

/** Has a setting of its own. */
final class DomainReadsTheEnvironment {

    String currency() {
        return System.getenv("CURRENCY");
    }
}
