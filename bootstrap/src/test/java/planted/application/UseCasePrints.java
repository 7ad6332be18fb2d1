package planted.application;

/** Prints. */
final class UseCasePrints {

    void print(String line) {
        System.out.println(line);
    }
}
