package planted.http;

/** Has a setting that the configuration does not know. */
final class HttpHasAHiddenSwitch {

    String limit() {
        return System.getProperty("limit", "100");
    }
}
