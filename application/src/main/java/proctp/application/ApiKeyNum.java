package proctp.application;

/** The number of a customer key within its practice. Positive; 0 stands for whoever needs none. */
public record ApiKeyNum(long value) {
}
