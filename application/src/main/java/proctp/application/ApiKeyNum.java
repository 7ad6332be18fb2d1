package proctp.application;

/** The number of a customer key within its practice. Positive. */
public record ApiKeyNum(long value) {
}
