package proctp.junit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.ApiKey;
import proctp.application.ApiKey.Days;
import proctp.application.ApiKeyNum;
import proctp.application.KeySecret;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;

/** An office without a plan, whose key for readers ends with the year 2025. */
public final class OwnOffice implements OfficeSource {

    @Override
    public List<PracticeContents> practices(KeySecret secret, ZoneId zone) {
        PracticeNum practice = new PracticeNum(7);
        ApiKey reader = new ApiKey(secret.digest("ACME", "READER"), practice, new ApiKeyNum(2), "Acme", "recall list",
                Set.of(Permission.READ_ALL), true,
                new Days(Optional.empty(), Optional.of(LocalDate.of(2025, 12, 31)), Optional.empty(), Optional.empty()));
        return List.of(new PracticeContents(practice, "Elm Street Dental", List.of(OfficeSource.demoKey(secret, practice), reader),
                List.of(), List.of(), List.of()));
    }
}
