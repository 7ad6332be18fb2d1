package planted.application;

/** Keeps the rules: who asks. */
public record Caller(long practice) {
}
