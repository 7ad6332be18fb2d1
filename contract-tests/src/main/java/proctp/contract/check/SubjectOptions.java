package proctp.contract.check;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is to be checked, and how far. */
final class SubjectOptions {

    @Option(names = "--url", required = true, paramLabel = "URL", description = "The server's address, with or without /api/v1.")
    private String url;

    @Option(names = "--developer-key", required = true, paramLabel = "KEY", description = "The developer's key.")
    private String developerKey;

    @Option(names = "--customer-key", required = true, paramLabel = "KEY", description = "The customer's key.")
    private String customerKey;

    @Option(names = "--treat-plan", required = true, paramLabel = "NUM",
            description = "The number of a Saved plan that is not signed and has rows.")
    private long treatPlan;

    @Option(names = "--write", description = "Check also what takes a change. What is changed is put back.")
    private boolean write;

    @Option(names = "--write-definitions", description = "Also make a definition, which cannot be removed. Only with --write.")
    private boolean writeDefinitions;

    @Option(names = "--signed-plan", paramLabel = "NUM", description = "The number of a plan that its patient has signed, for U2 where no"
            + " plan can be saved from rows.")
    private Long signedPlan;

    @Option(names = "--read-only-key", paramLabel = "KEY", description = "A customer's key of the same practice that only reads, for A5.")
    private String readOnlyKey;

    @Option(names = "--other-customer-key", paramLabel = "KEY", description = "A customer's key of another practice, for A9.")
    private String otherCustomerKey;

    @Option(names = "--other-treat-plan", paramLabel = "NUM", description = "The number of a plan of that practice which the first one"
            + " does not have, for A9.")
    private Long otherTreatPlan;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "10",
            description = "How long to wait for an answer, ${DEFAULT-VALUE} unless set.")
    private int timeout;

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "1800",
            description = "How long all of it may take, ${DEFAULT-VALUE} unless set.")
    private int timeLimit;

    /** What they say. */
    Subject subject(CommandLine line) {
        requireAddress(line);
        if (writeDefinitions && !write) {
            throw new ParameterException(line, "--write-definitions makes something, and needs --write.");
        }
        if (timeout < 1 || timeLimit < 1) {
            throw new ParameterException(line, "--timeout and --time-limit must be at least 1 second.");
        }
        for (String key : new String[] {developerKey, customerKey, readOnlyKey, otherCustomerKey}) {
            if (key != null && !key.matches("[!-.0-~]+")) {
                throw new ParameterException(line, "A key is not one: it has no characters, or a slash, a blank or others than ASCII.");
            }
        }
        return new Subject(Subject.baseOf(url), new Subject.Keys(developerKey, customerKey), treatPlan, Optional.ofNullable(readOnlyKey),
                Optional.ofNullable(otherCustomerKey), optional(otherTreatPlan), optional(signedPlan), write, writeDefinitions,
                Duration.ofSeconds(timeout), Duration.ofSeconds(timeLimit));
    }

    private void requireAddress(CommandLine line) {
        try {
            URI address = URI.create(Subject.baseOf(url));
            if (address.getScheme() != null && address.getScheme().matches("(?i)https?") && address.getHost() != null
                    && address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null) {
                return;
            }
        } catch (IllegalArgumentException none) {
            // said below
        }
        throw new ParameterException(line, "--url must be an address such as http://localhost:30222/api/v1.");
    }

    private static OptionalLong optional(Long num) {
        return num == null ? OptionalLong.empty() : OptionalLong.of(num);
    }
}
