package proctp.bootstrap;

/** Reads how long the lists are that clients get. */
final class PageSettings {
    private static final int LARGEST = 100_000;
    private static final int USUAL = 100;

    private final boolean defaultGiven;
    private final int defaultRead;
    private final int max;

    PageSettings(SettingReader read) {
        defaultGiven = read.text(Setting.PAGE_DEFAULT).isPresent();
        defaultRead = defaultGiven ? read.wholeNumber(Setting.PAGE_DEFAULT, 1, LARGEST) : USUAL;
        max = read.wholeNumber(Setting.PAGE_MAX, 1, LARGEST);
        if (defaultGiven && defaultRead > max && max > 0) {
            read.problem("%s is %d and %s is %d: the default must not be above the maximum.".formatted(
                    Setting.PAGE_DEFAULT.variable(), defaultRead, Setting.PAGE_MAX.variable(), max));
        }
    }

    /** What holds for a client that does not say; whoever sets only a small maximum means that for all. */
    int usual() {
        return defaultGiven ? defaultRead : Math.min(USUAL, max);
    }

    /** What a client can ask for. */
    int max() {
        return max;
    }
}
