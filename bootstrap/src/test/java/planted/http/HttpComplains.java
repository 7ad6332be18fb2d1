package planted.http;

/** Prints a complaint. */
final class HttpComplains {

    void complain(String line) {
        System.err.println(line);
    }
}
