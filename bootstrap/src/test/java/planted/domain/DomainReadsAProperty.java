package planted.domain;

/** Has a switch of its own. */
final class DomainReadsAProperty {

    boolean isStrict() {
        return Boolean.getBoolean("strict");
    }
}
