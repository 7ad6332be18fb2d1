package proctp.domain;

/** The key of a {@link Definition} within its practice; 0 stands for "none" wherever a definition is optional. */
public record DefNum(long value) {

    /** No definition. */
    public static final DefNum NONE = new DefNum(0);
}
