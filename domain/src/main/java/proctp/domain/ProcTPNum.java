package proctp.domain;

/**
 * The key of a {@link ProcTP} within its practice. Every {@code long} is a number that a client may name; only positive
 * ones are ever given to a row.
 */
public record ProcTPNum(long value) {
}
