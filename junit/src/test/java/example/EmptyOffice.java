package example;

import java.time.ZoneId;
import java.util.List;
import proctp.application.KeySecret;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.junit.OfficeSource;

public class EmptyOffice implements OfficeSource {

    @Override
    public List<PracticeContents> practices(KeySecret secret, ZoneId zone) {
        PracticeNum practice = new PracticeNum(1);
        return List.of(new PracticeContents(practice, "Elm Street Dental",
                List.of(OfficeSource.demoKey(secret, practice)), List.of(), List.of(), List.of()));
    }
}
