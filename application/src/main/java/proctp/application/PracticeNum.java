package proctp.application;

/** The number of a practice: one office whose rows no other office ever sees. Positive. */
public record PracticeNum(long value) {
}
